import { inArray } from "drizzle-orm";
import { contactChild } from "#db/schema/intake";
import { nameWords } from "#domain/names";
import type { Unit } from "../unit-of-work.ts";
import type { SoughtOne } from "./find-sought.ts";

/**
 * Adults of several contacts who are shown as one, by who they are first found as: the same name and birth date, or the
 * same name beside a child of the same name and birth date. It is how a card is drawn and joins nobody.
 */
export async function sameAdults(unit: Unit, found: readonly SoughtOne[]): Promise<Map<string, string>> {
  const adults = found.filter(({ whose }) => whose === "adult");
  const named = new Map<string, SoughtOne[]>();
  for (const one of adults) {
    const name = `${one.firstName ?? ""} ${one.lastName ?? ""}`;
    named.set(name, [...(named.get(name) ?? []), one]);
  }
  const several = [...named.values()].filter((list) => list.length > 1);
  const undated = several.filter((list) => list.some(({ dateOfBirth }) => dateOfBirth === null)).flat();
  const beside = await childrenBeside(unit, [...new Set(undated.map(({ contactId }) => contactId))]);
  const first = new Map<string, string>();
  for (const list of several)
    for (const [at, one] of list.entries()) {
      const like = list.slice(0, at).find((other) => isSame(one, other, beside));
      first.set(one.id, like === undefined ? one.id : (first.get(like.id) ?? like.id));
    }
  return first;
}

function isSame(one: SoughtOne, other: SoughtOne, beside: ReadonlyMap<string, readonly string[]>): boolean {
  if (one.dateOfBirth !== null && other.dateOfBirth !== null) return one.dateOfBirth === other.dateOfBirth;
  const theirs = beside.get(other.contactId) ?? [];
  return (beside.get(one.contactId) ?? []).some((child) => theirs.includes(child));
}

/** The children of these contacts whose name and birth date are known, as one word each. */
async function childrenBeside({ tx }: Unit, contactIds: string[]): Promise<Map<string, string[]>> {
  const beside = new Map<string, string[]>();
  if (contactIds.length === 0) return beside;
  const rows = await tx
    .select({
      contactId: contactChild.contactId,
      first: contactChild.firstName,
      last: contactChild.lastName,
      born: contactChild.dateOfBirth,
    })
    .from(contactChild)
    .where(inArray(contactChild.contactId, contactIds));
  for (const { contactId, first, last, born } of rows) {
    if (first === null || last === null || born === null) continue;
    const child = [nameWords(first), nameWords(last), [born]].map((words) => words.join(" ")).join("|");
    beside.set(contactId, [...(beside.get(contactId) ?? []), child]);
  }
  return beside;
}
