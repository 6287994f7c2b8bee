import type { pathway } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { pathwayFollows, type PathwayKind } from "#domain/pathway";
import { recordForms, type RecordKind, type RecordOf } from "#domain/pathway-records";
import type { Context } from "../context.ts";
import { idFromForm } from "../decisions/form-key.ts";
import { Invalid } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { entryMade } from "./entry-made.ts";
import { findPathway, type FoundPathway } from "./find-pathway.ts";
import { invalidFrom } from "./invalid-from.ts";
import { raisePathway } from "./raise-pathway.ts";
import { writeEntry } from "./write-entry.ts";

export type Recording = {
  id: string;
  /** The version of the work that the form was made from. */
  version: number;
  /** Minted with the page: the same form sent twice records once. */
  formKey: string;
  draft: Readonly<Record<string, unknown>>;
};

export type Recorded<K extends RecordKind> = {
  found: FoundPathway;
  row: typeof pathway.$inferSelect;
  record: RecordOf<K>;
  entryId: string;
};

type Form<K extends RecordKind> = {
  kind: K;
  /** Which work it is written on. */
  on: readonly PathwayKind[];
  /** Also before anybody has accepted: what another authority or a worker confirms needs no owner here. */
  withoutOwner?: boolean;
  /** What is locked before the work itself. */
  before?: (unit: Unit) => Promise<void>;
};

/**
 * Writes one record on a piece of work and does what follows from it, in one commit.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by field, by "" when nothing can be written on this work
 */
export async function writeRecord<K extends RecordKind>(
  context: Context,
  actor: StaffActor,
  input: Recording,
  { kind, on, withoutOwner = false, before }: Form<K>,
  then: (unit: Unit, recorded: Recorded<K>) => Promise<void>,
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    await before?.(unit);
    const found = await findPathway(unit, actor, { id: input.id, kinds: on, toChange: true });
    const { row } = found;
    const entryId = idFromForm(context.keys, input.formKey, row.id);
    if (await entryMade(unit, entryId, actor)) return;
    const read = recordForms[kind].safeParse(input.draft);
    if (!read.success) throw invalidFrom(read.error);
    // The kind picked the schema, so they fit; TypeScript cannot follow an index into a union.
    const record = read.data as RecordOf<K>;
    const next =
      withoutOwner && row.state === "waiting"
        ? { next: "active" as const }
        : pathwayFollows(row.state, "record");
    if ("because" in next && row.version === input.version) throw new Invalid({ "": next.because });
    const state = "next" in next ? next.next : row.state;
    await raisePathway(unit, row, input.version, { state, firstRecordAt: row.firstRecordAt ?? unit.now });
    await writeEntry(unit, actor, row, { id: entryId, kind, content: record });
    await unit.audit({
      kind: "pathway.recorded",
      contactId: row.contactId,
      subjectId: row.id,
      facts: { entry: kind },
    });
    await then(unit, { found, row, record, entryId });
  });
}
