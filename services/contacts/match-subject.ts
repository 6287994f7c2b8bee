import type { contactChild } from "#db/schema/intake";
import type { ChildParticulars } from "#domain/contact-facts";
import type { Audience } from "#domain/intake";
import type { MatchSubject } from "#domain/match-subject";
import type { SubmittedAddress, SubmittedChild, Submission } from "#domain/questions/submission";
import { localDate } from "#domain/time-words";
import { birthColumns, childParticulars } from "./child-row.ts";

type ChildRow = Pick<
  typeof contactChild.$inferSelect,
  "firstName" | "lastName" | "alsoKnownAs" | "dateOfBirth" | "estimatedAge" | "dueDate" | "sex" | "postcode"
>;

/**
 * A kept contact child as matching compares them. `describedAt` is when its contact was received; `phones` are the
 * family's own, where they told us.
 */
export function matchSubject(
  row: ChildRow,
  particulars: ChildParticulars,
  describedAt: Date,
  phones: readonly string[] = [],
): MatchSubject {
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
    phones,
    nhsNumber: particulars.nhsNumber,
    upn: particulars.upn,
    school: particulars.school,
  };
}

/** Who sent it is the family itself: then what they can be rung on is theirs. A professional's number is nobody's. */
export const phonesOfFamily = ({
  audience,
  referrer,
}: Pick<Submission, "audience" | "referrer">): string[] =>
  isFamily(audience) && referrer.phone !== null ? [referrer.phone] : [];

export const isFamily = (audience: Audience): boolean => audience === "family" || audience === "young_person";

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
