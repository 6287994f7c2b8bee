import type { StaffActor } from "#domain/actor";
import type { Sealed } from "#db/columns";
import { clockFace, type ClockFace } from "#domain/clock-face";
import { endingWords, isHandedTo, targetWords } from "#domain/hand-over";
import { may } from "#domain/permissions";
import { calendarOf } from "#domain/working-calendar";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { listColleagues, type Colleague } from "./colleagues.ts";
import { findHandOvers, type HandOverRow } from "./find-hand-overs.ts";
import { listToHandOver, type ToHandOver } from "./list-to-hand-over.ts";

export type HandOverItem = {
  id: string;
  reference: string;
  from: string;
  to: string;
  /** What the next one has to know; null where the service itself handed it over. */
  line: string | null;
  offeredAt: Date;
  acceptBy: ClockFace;
  /** Handed to one by name, who may decline it. */
  byName: boolean;
  mine: boolean;
  forMe: boolean;
};

export type HandOverNews = {
  id: string;
  reference: string;
  what: string;
  because: string | null;
  at: Date;
};

export type HandOvers = {
  asAt: Date;
  toMe: HandOverItem[];
  /** What they gave, and for managers whatever is offered, and nobody has accepted yet. */
  waiting: HandOverItem[];
  /** What became of what they gave or held, until they have seen it. */
  news: HandOverNews[];
  toGive: ToHandOver[];
  colleagues: Colleague[];
};

/** Everything of a shift's end and beginning, for one person. */
export async function listHandOvers(context: Context, actor: StaffActor): Promise<HandOvers> {
  if (!may(actor, "hold")) throw new Forbidden("hold");
  return unitOfWork(context, actor, async (unit) => {
    const [rows, toGive, colleagues] = await Promise.all([
      findHandOvers(unit, actor),
      listToHandOver(unit, actor),
      listColleagues(unit, actor),
    ]);
    const ids = [...new Set(rows.map(({ contact_id }) => contact_id))];
    const resultIds = [...new Set([...ids, ...toGive.map(({ contactId }) => contactId)])];
    const [keys] = await Promise.all([
      readDataKeys(unit, "contact", ids),
      unit.audit({ kind: "list.viewed", facts: { list: "shift", resultIds } }),
    ]);
    const noted = ({ contact_id }: HandOverRow, id: string | null, body: Sealed | null) => {
      const key = keys.get(contact_id);
      if (!key || id === null || body === null) return null;
      return open<string>(key, { table: "note", row: id, column: "body" }, body);
    };
    const calendar = calendarOf(context.settings);
    const item = (row: HandOverRow): HandOverItem => {
      const offeredAt = new Date(row.offered_at);
      const clock = { startedAt: offeredAt, dueAt: new Date(row.accept_by) };
      return {
        ...{ id: row.id, reference: row.reference, from: row.from_name ?? "The service itself", offeredAt },
        to: row.target === "person" ? (row.to_name ?? "Somebody") : targetWords[row.target],
        line: noted(row, row.note_id, row.line),
        acceptBy: clockFace(clock, unit.now, row.target === "day" ? calendar : null),
        byName: row.target === "person",
        mine: row.from_id === actor.id,
        forMe: isHandedTo({ target: row.target, toId: row.to_id }, actor),
      };
    };
    const items = rows.filter(({ ending }) => ending === null).map(item);
    return {
      ...{ asAt: unit.now, toGive, colleagues },
      toMe: items.filter(({ forMe, mine }) => forMe && !mine),
      waiting: items.filter(({ forMe, mine }) => mine || !forMe),
      news: rows.flatMap(({ ending, ...row }) => {
        if (ending === null || row.ended_at === null) return [];
        const what = endingWords[ending](row.by_name ?? "Somebody");
        const because = noted({ ending, ...row }, row.answer_id, row.answer);
        return [{ id: row.id, reference: row.reference, at: new Date(row.ended_at), what, because }];
      }),
    };
  });
}
