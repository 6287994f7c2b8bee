/**
 * Names for invented families, by where a name comes from. Surnames stand in order of how common they are: the first
 * of a list is borne by about one family in fifty of its group, and starts with endings make thousands of rarer ones.
 */
export type NameGroup = {
  /** How many families in a thousand. */
  share: number;
  /** Census code. */
  ethnicity: string;
  firstLanguage: string;
  girls: readonly string[];
  boys: readonly string[];
  women: readonly string[];
  men: readonly string[];
  surnames: readonly string[];
  /** Rarer surnames: every start with every ending and closing. */
  rare: { starts: readonly string[]; endings: readonly string[]; closings: readonly string[] };
};

/** Names divided by spaces. */
export const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Names divided by commas, for those with a space in them. */
export const phrases = (words: string): readonly string[] => words.trim().split(/\s*,\s*/);
