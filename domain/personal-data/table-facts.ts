/** Whom a value is about. Children and the adults around them are the family; a referrer is kept apart. */
type Subject = "child" | "adult" | "referrer" | "staff";

/**
 * How long something is kept. The periods are settings with a source each; this says which period a column follows.
 * draft: deleted with the draft. contact, child-protection, position-of-trust, person: by the child's age and outcome.
 * directory: while in use. session: with the session. proof: as long as the audit stands. work: when done and delivered.
 */
type Retention =
  | "draft"
  | "contact"
  | "child-protection"
  | "position-of-trust"
  | "person"
  | "directory"
  | "session"
  | "proof"
  | "work";

export type TableFacts = {
  retention: Retention;
  /** Columns that say something about a person and can be read in a dump. */
  readable: Readonly<Record<string, Subject>>;
  /** Columns that only the keys outside the database open. */
  sealed: Readonly<Record<string, Subject>>;
  /** Ids, times, counts and codes that say nothing about a person by themselves, one after another. */
  neutral: string;
};
