/** What was typed for each child of one contact, by field of domain/decision.ts. */
export type DraftOfChild = { childId: string; draft: Readonly<Record<string, unknown>> };

export type Deciding = {
  reference: string;
  /** Every contact that the request names by id: one, or nothing is changed. */
  contactIds: readonly string[];
  /** The version of the contact that the form was made from. */
  version: number;
  /** Minted with the page: the same form sent twice decides once. */
  formKey: string;
  /**
   * References of the newer contacts about these children that the form was made in the knowledge of, or that were ticked
   * as seen. Left out by what decides without a page, which nobody read.
   */
  seenNewer?: readonly string[];
  children: readonly DraftOfChild[];
};

export type Decided = { decisionIds: string[]; sentBack: number };

/** The field of one child in a form that holds several; `Invalid` names problems by it. */
export const fieldOf = (childId: string, field: string) => `${childId}.${field}`;

/** The field of the tick that says that somebody has seen the newer contacts. */
export const seenField = "seen";
