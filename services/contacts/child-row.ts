import type { contactChild } from "#db/schema/intake";
import type { ChildParticulars } from "#domain/contact-facts";
import type { Birth, SubmittedAddress, SubmittedChild } from "#domain/questions/submission";
import { seal } from "../sealing/seal.ts";

export type ChildRow = typeof contactChild.$inferInsert;

/** A child's row: names, dates, sex and postcode readable for matching, everything else sealed. */
export function childRow(
  id: string,
  contactId: string,
  ordinal: number,
  child: SubmittedChild,
  address: SubmittedAddress | null,
  key: Buffer,
) {
  const place = { table: "contact_child", row: id, column: "particulars" };
  return {
    id,
    contactId,
    ordinal,
    standing: child.standing,
    firstName: child.firstName,
    lastName: child.lastName,
    alsoKnownAs: child.knownAs,
    ...birthColumns(child.birth),
    sex: child.sex,
    postcode: address?.postcode ?? null,
    particulars: seal(key, place, childParticulars(child, address)),
  } satisfies ChildRow;
}

export function childParticulars(child: SubmittedChild, address: SubmittedAddress | null): ChildParticulars {
  const { description, birth, nhsNumber, upn, school, relationship, livesWithChild, mayBeRisk, facts } =
    child;
  return {
    description,
    birth,
    nhsNumber,
    upn,
    school,
    relationship,
    livesWithChild,
    mayBeRisk,
    facts,
    address,
  };
}

export function birthColumns(birth: Birth) {
  return {
    dateOfBirth: birth.kind === "born" ? birth.date : null,
    estimatedAge: birth.kind === "about" ? birth.years : null,
    dueDate: birth.kind === "unborn" ? birth.dueDate : null,
  };
}
