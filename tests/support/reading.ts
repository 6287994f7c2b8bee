/** Vowels that are heard together count once; a silent e at the end does not count. */
function syllablesIn(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, "");
  if (plain.length <= 3) return 1;
  const heard = plain.replace(/(?:[^laeiouy]es|[^l]e|ed)$/, "").replace(/^y/, "");
  return Math.max(1, heard.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

export const sentencesIn = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/(?<=[.?!])\s+|\n/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[a-z]/i.test(sentence));

export const wordsIn = (sentence: string): string[] => sentence.match(/[A-Za-z’']+/g) ?? [];

/**
 * The age at which texts are read with ease: Flesch–Kincaid grade and five years. Kincaid, Fishburne, Rogers and Chissom,
 * 1975: 0.39 words a sentence and 11.8 syllables a word, less 15.59.
 */
export function readingAge(texts: readonly string[]): number {
  const sentences = sentencesIn(texts);
  const words = sentences.flatMap(wordsIn);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5;
}
