import { asc, eq } from "drizzle-orm";
import { contactAdult } from "#db/schema/intake";
import { ageInWords } from "#domain/child-name";
import type { AdultParticulars } from "#domain/contact-facts";
import { localDate } from "#domain/time-words";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

export type AdultView = Pick<
  AdultParticulars,
  "relationship" | "livesWithChild" | "parentalResponsibility" | "mayBeRisk"
> & { id: string; name: string; age: string | null; dateOfBirth: string | null };

/** The adults that a contact names, in the order of the form. */
export async function loadAdults(unit: Unit, contactId: string, key: Buffer): Promise<AdultView[]> {
  const rows = await unit.tx
    .select()
    .from(contactAdult)
    .where(eq(contactAdult.contactId, contactId))
    .orderBy(asc(contactAdult.ordinal));
  const today = localDate(unit.now);
  return rows.map((row) => {
    const place = { table: "contact_adult", row: row.id, column: "particulars" };
    const { birth, ...said } = open<AdultParticulars>(key, place, row.particulars);
    const age = { dateOfBirth: row.dateOfBirth, estimatedAge: null, unborn: false, dueDate: null };
    return {
      id: row.id,
      name: row.name,
      relationship: said.relationship,
      livesWithChild: said.livesWithChild,
      parentalResponsibility: said.parentalResponsibility,
      mayBeRisk: said.mayBeRisk,
      dateOfBirth: row.dateOfBirth,
      age:
        birth.kind === "born"
          ? ageInWords(age, today)
          : birth.kind === "about"
            ? `about ${birth.words}`
            : null,
    };
  });
}
