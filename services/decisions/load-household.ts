import { asc, desc, eq } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { contactChild } from "#db/schema/intake";
import { childStanding } from "#db/schema/screening";
import { ageInWords, childName } from "#domain/child-name";
import { ageInYears, type HouseholdMember } from "#domain/children-on-decision";
import type { ChildParticulars } from "#domain/contact-facts";
import type { ChildState } from "#domain/contact";
import { localDate } from "#domain/time-words";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

export type HouseholdChild = HouseholdMember & {
  ordinal: number;
  state: ChildState;
  /** In words, for pages. */
  age: string;
  /** Whole years; -1 for an unborn child; null when nobody knows. */
  years: number | null;
  postcode: string | null;
  /** What the sender said this child is to the others; null for a child of the form's own pages. */
  relationship: string | null;
  /** The sender knew a name. */
  named: boolean;
  /** Everything else that was said about this child. */
  said: ChildParticulars;
  /** Who settled the standing, and when; null while it stands as it was sent. */
  ruled: { by: string; at: Date; because: string } | null;
};

/** Every child that a contact names, in the order of the form, as people have settled their standing since. */
export async function loadHousehold(unit: Unit, contactId: string, key: Buffer): Promise<HouseholdChild[]> {
  const [children, rulings] = await Promise.all([
    unit.tx
      .select()
      .from(contactChild)
      .where(eq(contactChild.contactId, contactId))
      .orderBy(asc(contactChild.ordinal)),
    unit.tx
      .selectDistinctOn([childStanding.contactChildId], { ruling: childStanding, by: staff.name })
      .from(childStanding)
      .innerJoin(contactChild, eq(contactChild.id, childStanding.contactChildId))
      .leftJoin(staff, eq(staff.id, childStanding.ruledBy))
      .where(eq(contactChild.contactId, contactId))
      .orderBy(childStanding.contactChildId, desc(childStanding.ruledAt), desc(childStanding.id)),
  ]);
  const ruled = new Map(rulings.map((one) => [one.ruling.contactChildId, one]));
  const today = localDate(unit.now);
  const household = children.map((row) => {
    const place = { table: "contact_child", row: row.id, column: "particulars" };
    const particulars = open<ChildParticulars>(key, place, row.particulars);
    const unborn = particulars.birth.kind === "unborn";
    const last = ruled.get(row.id);
    const because =
      last === undefined
        ? null
        : open<string>(
            key,
            { table: "child_standing", row: last.ruling.id, column: "reason" },
            last.ruling.reason,
          );
    const standing = last?.ruling.standing ?? row.standing;
    const { firstName, lastName, dateOfBirth, estimatedAge, dueDate } = row;
    return {
      id: row.id,
      ordinal: row.ordinal,
      state: row.state,
      name: childName({ firstName, lastName, description: particulars.description, unborn }),
      age: ageInWords({ dateOfBirth, estimatedAge, unborn, dueDate }, today),
      years: unborn ? -1 : dateOfBirth === null ? estimatedAge : ageInYears(dateOfBirth, today),
      listedAs: "child" as const,
      dateOfBirth,
      estimatedAge,
      unborn,
      sex: row.sex,
      postcode: row.postcode,
      relationship: particulars.relationship,
      named: firstName !== null || lastName !== null,
      said: particulars,
      standing,
      consideredBecause: standing === "considered" ? because : null,
      harmedAChild: particulars.mayBeRisk,
      ruled:
        last === undefined || because === null
          ? null
          : { by: last.by ?? "Somebody", at: last.ruling.ruledAt, because },
    };
  });
  const unbornHere = household.some((one) => one.unborn);
  return household.map(({ sex, ...one }) => ({
    ...one,
    expectant: unbornHere && !one.unborn && sex !== "M" && saysMother(one.relationship),
  }));
}

/** The form has no question about who expects the unborn baby: the sender's word for the relationship is all there is. */
function saysMother(relationship: string | null): boolean {
  return relationship !== null && /\b(mother|mum|mummy|mom)\b/i.test(relationship);
}

export const isSubject = (child: Pick<HouseholdMember, "standing">): boolean => child.standing === "subject";
