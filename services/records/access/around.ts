import type { AccessItem, Omission } from "#domain/access";
import type { NameTaker } from "./names-around.ts";

/** An item with when it came to be; what came after a release is no part of it. */
export type Collected = AccessItem & { at: Date };

/** What the parts of one contact need to know of it. */
export type Around = {
  contactId: string;
  key: Buffer;
  /** Which of its children and adults they are. */
  selves: ReadonlySet<string>;
  /** What is written about a child is theirs; to an adult in it, it is about somebody else. */
  ofOthers: Omission | null;
  dayOf: (at: Date) => string;
  without: NameTaker;
};
