import type { SubmittedChild } from "./submission.ts";

/** One box held a name or a description: the words are kept whole, and parted only where that is safe. */
export function namesIn(name: string): Pick<SubmittedChild, "firstName" | "lastName" | "description"> {
  const words = name.split(/\s+/u);
  const [first, last] = words;
  return words.length === 2 && first !== undefined && last !== undefined
    ? { firstName: first, lastName: last, description: null }
    : { firstName: null, lastName: null, description: name };
}
