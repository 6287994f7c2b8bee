import type {
  SubmittedAddress,
  SubmittedAdult,
  SubmittedChild,
  SubmittedReferrer,
  Submission,
} from "./questions/submission.ts";

/** What a contact says that is neither about one person nor about who sent it; `contact.facts` holds it sealed. */
export type ContactFacts = Omit<
  Submission,
  "audience" | "language" | "danger" | "children" | "adults" | "address" | "referrer" | "snapshot" | "partial"
>;

/** What a contact says about one child beyond names, dates, sex and postcode; `contact_child.particulars`. */
export type ChildParticulars = Pick<
  SubmittedChild,
  | "description"
  | "birth"
  | "nhsNumber"
  | "upn"
  | "school"
  | "relationship"
  | "livesWithChild"
  | "mayBeRisk"
  | "facts"
> & { address: SubmittedAddress | null };

/** `contact_adult.particulars`. */
export type AdultParticulars = Omit<SubmittedAdult, "name">;

/** `referrer.particulars`: the referrer's room. */
export type ReferrerParticulars = SubmittedReferrer;
