import { eq } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import type { MadeCall } from "#domain/call-attempts";
import type { ContactFacts } from "#domain/contact-facts";
import { localInstant } from "#domain/local-time";
import type { RecordOf } from "#domain/pathway-records";
import type { SafeCalling } from "#domain/safe-calling";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { loadEntries, type Entry } from "./load-entries.ts";

export type Calling = {
  /** Oldest first. */
  calls: MadeCall[];
  /** How it is safe to call, as somebody wrote down last. */
  safe: SafeCalling | null;
  /** The contact says that reaching them may be unsafe. */
  warned: boolean;
};

type Work = { id: string; contactId: string };

/** What is known about calling a family: which calls were made, and how it is safe. */
export async function loadCalling(unit: Unit, { id, contactId }: Work): Promise<Calling> {
  const key = await readDataKey(unit, "contact", contactId);
  const [entries, [row]] = await Promise.all([
    loadEntries(unit, id, key),
    unit.tx.select({ facts: contact.facts }).from(contact).where(eq(contact.id, contactId)),
  ]);
  const facts =
    row && open<ContactFacts>(key, { table: "contact", row: contactId, column: "facts" }, row.facts);
  const safety = facts?.safeContact ?? null;
  return {
    calls: callsOf(entries),
    safe: safeOf(entries),
    warned: safety !== null && (safety.risks.length > 0 || safety.onlyAsSaid === true),
  };
}

export async function callsIn(unit: Unit, { id, contactId }: Work): Promise<MadeCall[]> {
  return callsOf(await loadEntries(unit, id, await readDataKey(unit, "contact", contactId)));
}

export function callsOf(entries: readonly Entry[]): MadeCall[] {
  return entries
    .filter(({ kind }) => kind === "call")
    .map(({ at, content }) => {
      const { calledOn = "", calledAt = "", result } = content as Partial<RecordOf<"call">>;
      return { at: calledOn === "" ? at : localInstant(calledOn, calledAt), result: result ?? "no_answer" };
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

export const safeOf = (entries: readonly Entry[]): SafeCalling | null =>
  (entries.findLast(({ kind }) => kind === "safe-calling")?.content as SafeCalling | undefined) ?? null;
