import { emptySubject, type MatchSubject } from "./match-subject.ts";
import type { ListedCase } from "./open-case-list.ts";

/** What a list says about the child of an open case; sealed with the case. */
export type CaseParticulars = Omit<ListedCase, "caseNumber">;

/** The child of an open case, as matching compares children. */
export const caseSubject = (
  said: Pick<ListedCase, "firstName" | "lastName" | "knownAs" | "dateOfBirth" | "nhsNumber" | "postcode">,
  describedOn: string,
): MatchSubject => ({
  ...emptySubject,
  firstName: said.firstName,
  lastName: said.lastName,
  alsoKnownAs: said.knownAs,
  dateOfBirth: said.dateOfBirth,
  nhsNumber: said.nhsNumber,
  postcode: said.postcode,
  describedOn,
});
