import { sql } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import { addWorkingMinutes } from "#domain/clocks";
import { may } from "#domain/permissions";
import { calendarOf, nextClosing } from "#domain/working-calendar";
import {
  listAboutMine,
  listPressingElsewhere,
  type AboutMine,
  type PressingElsewhere,
} from "./list-about-families.ts";
import { listCameBack, type CameBack } from "../agencies/list-come-back.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { countHandOvers } from "../hand-over/count-hand-overs.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { countTriage, type TriageCounts } from "./count-triage.ts";
import { soonMinutes } from "./list-triage.ts";
import { readTriageRows } from "./triage-rows.ts";
import { triageRow, type TriageRow } from "./triage-view.ts";

export type MyWork = {
  asAt: Date;
  /** Each list soonest due first. */
  held: TriageRow[];
  /** Still held, and recommended: nothing is left to do with them but to wait. */
  withManager: TriageRow[];
  /** Sent back with a question to this person, and not in their hands at the moment. */
  returned: TriageRow[];
  /** Waiting for a manager; empty for everybody else. */
  toDecide: TriageRow[];
  /** What came about families whose contacts they hold. */
  aboutMine: AboutMine[];
  /** For managers: what waits for nobody, and is about a family that somebody else holds. */
  pressingElsewhere: PressingElsewhere[];
  counts: TriageCounts;
  /** Replies and questions of agencies on what they hold, and answers that should have come. */
  cameBack: CameBack[];
  /** What is handed to them, and what became of what they handed over, as numbers. */
  shift: { toMe: number; news: number };
};

/** More than anybody can hold or sign in a day. */
const atMost = 100;

/** What somebody of the hub has to do next. */
export async function readMyWork(context: Context, actor: StaffActor): Promise<MyWork> {
  if (!may(actor, "see-triage")) throw new Forbidden("see-triage");
  const manages = may(actor, "take-over");
  return unitOfWork(context, actor, async (unit) => {
    const calendar = calendarOf(context.settings);
    const queue = {
      now: unit.now,
      soonUntil: addWorkingMinutes(unit.now, soonMinutes, calendar),
      actorId: actor.id,
      closesAt: nextClosing(unit.now, calendar),
      reader: actor,
      narrowing: sql`true`,
      limit: atMost,
      offset: 0,
    };
    const asked = { closesAt: queue.closesAt, actor };
    const [mine, returned, recommended, aboutMine, pressingElsewhere, counts, cameBack, shift] =
      await Promise.all([
        readTriageRows(unit, { ...queue, filter: "mine" }),
        readTriageRows(unit, { ...queue, filter: "returned" }),
        manages ? readTriageRows(unit, { ...queue, filter: "recommended" }) : [],
        listAboutMine(unit, asked),
        manages ? listPressingElsewhere(unit, asked) : [],
        countTriage(unit, { ...queue, filter: "all" }),
        listCameBack(unit, actor),
        countHandOvers(unit, actor),
      ]);
    const ids = [...new Set([...mine, ...returned, ...recommended].map(({ id }) => id))];
    const about = [...aboutMine, ...pressingElsewhere].map(({ contactId }) => contactId);
    const [keys] = await Promise.all([
      readDataKeys(unit, "contact", ids),
      unit.audit({
        kind: "list.viewed",
        facts: { list: "my-work", resultIds: [...new Set([...ids, ...about])] },
      }),
    ]);
    const viewer = { actor, now: unit.now, calendar, context };
    const shown = (rows: typeof mine) =>
      rows
        .map((row) => triageRow(row, keys.get(row.id), viewer))
        .sort((a, b) => a.decide.dueAt.getTime() - b.decide.dueAt.getTime());
    const held = new Set(mine.map(({ id }) => id));
    const mineShown = shown(mine);
    return {
      asAt: unit.now,
      held: mineShown.filter(({ waitsFor }) => waitsFor !== "decision"),
      withManager: mineShown.filter(({ waitsFor }) => waitsFor === "decision"),
      returned: shown(returned.filter(({ id }) => !held.has(id))),
      toDecide: shown(recommended),
      ...{ aboutMine, pressingElsewhere, counts, cameBack, shift },
    };
  });
}
