import type { contactChild } from "#db/schema/intake";
import type { ChildParticulars } from "#domain/contact-facts";
import type { MatchSubject } from "#domain/match-subject";
import { localDate } from "#domain/time-words";

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
