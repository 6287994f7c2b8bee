import { eq } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import type { ContactFacts } from "#domain/contact-facts";
import { homeOf, type Home } from "#domain/household";
import { raisedByWords } from "#domain/raised-by";
import { loadAdults } from "../contacts/load-adults.ts";
import { loadHousehold } from "../decisions/load-household.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

/** Somebody of a household as one contact names them, with who says so. */
export type PersonLine = {
  id: string;
  where: Home;
  child: boolean;
  name: string;
  age: string | null;
  relationship: string | null;
  mayBeRisk: boolean;
  reference: string;
  /** What kind of sender says so; never who. */
  saidBy: string;
};

/** Everybody whom these contacts name, each as they were named: nobody is joined here. */
export async function loadPeople(unit: Unit, contactIds: readonly string[]): Promise<PersonLine[]> {
  const lines: PersonLine[] = [];
  for (const id of new Set(contactIds)) lines.push(...(await peopleIn(unit, id)));
  return lines;
}

async function peopleIn(unit: Unit, contactId: string): Promise<PersonLine[]> {
  const [row] = await unit.tx.select().from(contact).where(eq(contact.id, contactId));
  if (!row || row.erasedAt !== null) return [];
  const key = await readDataKey(unit, "contact", contactId);
  const facts = open<ContactFacts>(key, { table: "contact", row: contactId, column: "facts" }, row.facts);
  const saidBy = raisedByWords({ ...row, keepSecret: facts.keepSenderSecret === true });
  const { reference } = row;
  const [children, adults] = await Promise.all([
    loadHousehold(unit, contactId, key),
    loadAdults(unit, contactId, key),
  ]);
  return [
    ...adults.map(({ id, name, age, relationship, livesWithChild, mayBeRisk }) => ({
      ...{ id, name, age, relationship, mayBeRisk, reference, saidBy, child: false },
      where: homeOf(livesWithChild),
    })),
    ...children.map(({ id, name, age, relationship, said }) => ({
      ...{ id, name, age, relationship, reference, saidBy, child: true },
      ...{ mayBeRisk: said.mayBeRisk, where: homeOf(said.livesWithChild ?? "yes") },
    })),
  ];
}
