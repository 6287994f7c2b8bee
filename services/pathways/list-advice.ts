import { inArray } from "drizzle-orm";
import { pathway } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { adviceStages, boardFacts, type AdviceStage, type BoardFacts } from "#domain/advice-stage";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { loadHelp, lookedThrough } from "./load-help.ts";
import { loadLeads } from "./load-leads.ts";
import { loadRows } from "./load-rows.ts";
import { workRow, type WorkRow } from "./pathway-view.ts";

const onOnePage = 25;

export type AdviceAsking = {
  /** Null is all that is open. */
  stage: AdviceStage | null;
  /** Only what they own, or what nobody owns. */
  whose: "mine" | "nobody" | null;
  page: number;
};
export type AdviceRow = WorkRow & { lead: string | null };
export type AdviceBoard = {
  asAt: Date;
  facts: BoardFacts;
  /** Pieces of work in each stage, before `whose`. */
  counts: Record<AdviceStage, number>;
  rows: AdviceRow[];
  found: number;
  page: number;
  pages: number;
  more: boolean;
};

/** The advice team's board: the longest wait first, and what was closed last on top of what is closed. */
export async function listAdvice(
  context: Context,
  actor: StaffActor,
  asking: AdviceAsking,
): Promise<AdviceBoard> {
  if (!may(actor, "see-advice")) throw new Forbidden("see-advice");
  return unitOfWork(context, actor, async (unit) => {
    const light = await loadHelp(unit, actor);
    const chosen = light
      .filter(({ stage }) => (asking.stage === null ? stage !== "closed" : stage === asking.stage))
      .filter(({ ownerId }) => isWhose(ownerId, actor, asking.whose))
      .sort((a, b) => (a.closedAt && b.closedAt ? b.closedAt.getTime() - a.closedAt.getTime() : 0));
    const pages = Math.max(1, Math.ceil(chosen.length / onOnePage));
    const page = Math.min(asking.page, pages);
    const ids = chosen.slice((page - 1) * onOnePage, page * onOnePage).map(({ id }) => id);
    await unit.audit({ kind: "list.viewed", facts: { list: "advice", resultIds: ids } });
    const counts = adviceStages.map((stage) => [stage, light.filter((one) => one.stage === stage).length]);
    return {
      asAt: unit.now,
      facts: boardFacts(light),
      counts: Object.fromEntries(counts) as AdviceBoard["counts"],
      rows: await loadPage(unit, actor, ids),
      ...{ found: chosen.length, page, pages, more: light.length === lookedThrough },
    };
  });
}

const isWhose = (ownerId: string | null, actor: StaffActor, whose: AdviceAsking["whose"]): boolean =>
  whose === null || (whose === "mine" ? ownerId === actor.id : ownerId === null);

async function loadPage(unit: Unit, actor: StaffActor, ids: readonly string[]): Promise<AdviceRow[]> {
  if (ids.length === 0) return [];
  const { rows, clocks } = await loadRows(unit, inArray(pathway.id, [...ids]));
  const keys = await readDataKeys(
    unit,
    "contact",
    rows.map(({ work }) => work.contactId),
  );
  const leads = await loadLeads(unit, rows, keys);
  const shown = rows.map((row) => ({
    ...workRow(unit, actor, row, keys.get(row.work.contactId), clocks),
    lead: leads.get(row.work.id) ?? null,
  }));
  return shown.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
