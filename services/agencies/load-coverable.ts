import type { contact } from "#db/schema/intake";
import type { AskedPerson } from "#domain/agency-request";
import type { ContactFacts } from "#domain/contact-facts";
import { isAddressSecret, withoutAddress } from "#domain/secret-address";
import { longDate } from "#domain/time-words";
import { loadAdults } from "../contacts/load-adults.ts";
import { loadHousehold } from "../decisions/load-household.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

/** Somebody whom a request can cover. */
export type Coverable = AskedPerson & { id: string; what: "child" | "adult" };

/**
 * The children and adults of a contact as an agency would be shown them; without an address where nobody may learn where
 * the family is.
 */
export async function loadCoverable(unit: Unit, row: typeof contact.$inferSelect): Promise<Coverable[]> {
  const key = await readDataKey(unit, "contact", row.id);
  const [household, adults] = await Promise.all([
    loadHousehold(unit, row.id, key),
    loadAdults(unit, row.id, key),
  ]);
  const facts = open<ContactFacts>(key, { table: "contact", row: row.id, column: "facts" }, row.facts);
  const children = isAddressSecret(facts) ? household.map(withoutAddress) : household;
  return [
    ...children.map(({ id, name, age, dateOfBirth, said: { address } }) => ({
      ...{ id, name, what: "child" as const },
      birth: dateOfBirth === null ? age : `born ${longDate(dateOfBirth)}`,
      address: address && [...address.lines, address.postcode].filter((part) => part !== null).join(", "),
    })),
    ...adults.map(({ id, name, age, dateOfBirth }) => ({
      ...{ id, name, what: "adult" as const, address: null },
      birth: dateOfBirth === null ? (age ?? "age not known") : `born ${longDate(dateOfBirth)}`,
    })),
  ];
}
