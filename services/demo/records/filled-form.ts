export type RecordSubject = {
  /** How the child is called in the text. */
  child: string;
  /** ISO date of the day of writing. */
  today: string;
  parentsTold: boolean;
  /** Contacts about this child before this one that the hub knows of. */
  earlierContacts: number;
  /** Who is asked to a strategy discussion: organisation ids. */
  invited: readonly string[];
};

/** A form as it is sent: by field of the decision record. */
export type FilledForm = Readonly<Record<string, string | number | readonly string[]>>;
