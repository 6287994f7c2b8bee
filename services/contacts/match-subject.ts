import type { contactChild } from "#db/schema/intake";
import type { ChildParticulars } from "#domain/contact-facts";
import type { MatchSubject } from "#domain/match-subject";
import type { SubmittedAddress, SubmittedChild } from "#domain/questions/submission";
import { localDate } from "#domain/time-words";
import { birthColumns, childParticulars } from "./child-row.ts";

type ChildRow = Pick<
  typeof contactChild.$inferSelect,
  "firstName" | "lastName" | "alsoKnownAs" | "dateOfBirth" | "estimatedAge" | "dueDate" | "sex" | "postcode"
>;

/** A kept contact child as matching compares them. `describedAt` is when its contact was received. */
export function matchSubject(row: ChildRow, particulars: ChildParticulars, describedAt: Date): MatchSubject {
  return {
    firstName: row.firstName,
    lastName: row.lastName,
    alsoKnownAs: row.alsoKnownAs,
    dateOfBirth: row.dateOfBirth,
    dueDate: row.dueDate,
    estimatedAge: row.estimatedAge,
    describedOn: localDate(describedAt),
    sex: row.sex,
    postcode: row.postcode,
    address: particulars.address?.lines ?? [],
    phones: [],
    nhsNumber: particulars.nhsNumber,
    upn: particulars.upn,
  };
}

/** A child of a form that is being sent, as it will be compared once it is kept. */
export function submittedSubject(
  child: SubmittedChild,
  address: SubmittedAddress | null,
  describedAt: Date,
): MatchSubject {
  const { firstName, lastName, knownAs: alsoKnownAs, sex, birth } = child;
  const postcode = address?.postcode ?? null;
  const row = { firstName, lastName, alsoKnownAs, sex, postcode, ...birthColumns(birth) };
  return matchSubject(row, childParticulars(child, address), describedAt);
}
