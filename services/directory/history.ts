import { desc, eq } from "drizzle-orm";
import { directoryChange } from "#db/schema/administration";
import { staff } from "#db/schema/directory";
import {
  directoryDifferences,
  type DirectoryAct,
  type DirectoryFacts,
  type DirectoryKind,
} from "#domain/directory";
import type { Unit } from "../unit-of-work.ts";

type Change = {
  kind: DirectoryKind;
  subjectId: string;
  act: DirectoryAct;
  before: DirectoryFacts;
  after: DirectoryFacts;
  reason: string;
};

/** Keeps what an administrator changed, who and why, in the transaction of the change, and audits it. */
export async function keepChange(unit: Unit, change: Change): Promise<void> {
  const { actor, now, context } = unit;
  if (actor.kind !== "staff") throw new Error("only a person changes the directory");
  const row = { id: context.newId(), ...change, changedBy: actor.id, changedAt: now };
  await unit.tx.insert(directoryChange).values(row);
  const { kind, act, subjectId } = change;
  await unit.audit({ kind: "directory.changed", subjectId, facts: { of: kind, act } });
}

export type HistoryEntry = {
  id: string;
  act: DirectoryAct;
  at: Date;
  by: string;
  reason: string;
  changed: { label: string; from: string; to: string }[];
};

/** More changes than one thing of the directory ever has; older ones stay in the database. */
const atMost = 100;

/** What was changed of one organisation, team or person, newest first. */
export async function readHistory({ tx }: Unit, subjectId: string): Promise<HistoryEntry[]> {
  const rows = await tx
    .select({ change: directoryChange, by: staff.name })
    .from(directoryChange)
    .innerJoin(staff, eq(staff.id, directoryChange.changedBy))
    .where(eq(directoryChange.subjectId, subjectId))
    .orderBy(desc(directoryChange.id))
    .limit(atMost);
  return rows.map(({ change: { id, act, changedAt, reason, before, after }, by }) => ({
    ...{ id, act, at: changedAt, by, reason },
    changed: directoryDifferences(before as DirectoryFacts, after as DirectoryFacts),
  }));
}
