import type { Sex } from "./intake.ts";

/** A child as one contact describes them, with everything that can say who they are. */
export type MatchSubject = {
  firstName: string | null;
  lastName: string | null;
  alsoKnownAs: string | null;
  /** ISO calendar date. */
  dateOfBirth: string | null;
  /** ISO calendar date, for an unborn baby. */
  dueDate: string | null;
  /** Whole years on `describedOn`, when no date of birth is known. */
  estimatedAge: number | null;
  /** ISO calendar date of the description. */
  describedOn: string;
  sex: Sex;
  postcode: string | null;
  /** Lines as typed. */
  address: readonly string[];
  phones: readonly string[];
  nhsNumber: string | null;
  upn: string | null;
  school: string | null;
};

export const emptySubject: MatchSubject = {
  firstName: null,
  lastName: null,
  alsoKnownAs: null,
  dateOfBirth: null,
  dueDate: null,
  estimatedAge: null,
  describedOn: "1970-01-01",
  sex: "U",
  postcode: null,
  address: [],
  phones: [],
  nhsNumber: null,
  upn: null,
  school: null,
};
