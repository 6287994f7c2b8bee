/** Thirty characters: no 0 or O, no 1, I or L, and no U, which reads as V in handwriting. */
export const referenceAlphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
export const referenceLength = 8;

/** A run of three letters with a vowel can spell a word, and a child's reference must never say anything. */
const couldSpellAWord = /(?=[A-Z]{3})(?:[AE]|[A-Z][AE]|[A-Z]{2}[AE])/;

/**
 * A fresh reference, stored without its space. 30^8 is 656 thousand million, so a clash is unlikely but not impossible:
 * the unique index decides and the caller draws again.
 *
 * @param randomBytes cryptographic bytes from the process, such as node's `randomBytes`
 */
export function newReference(randomBytes: (count: number) => Uint8Array): string {
  for (;;) {
    let reference = "";
    while (reference.length < referenceLength) {
      for (const byte of randomBytes(referenceLength * 2)) {
        // 240 is the last multiple of 30 in a byte: anything above it would make some letters likelier.
        if (byte < 240 && reference.length < referenceLength)
          reference += referenceAlphabet.charAt(byte % 30);
      }
    }
    if (!couldSpellAWord.test(reference)) return reference;
  }
}

/** "7KQ4M2XD" as people read it aloud: "7KQ4 M2XD". */
export function formatReference(reference: string): string {
  return `${reference.slice(0, 4)} ${reference.slice(4)}`;
}

/** A reference as somebody typed it, in any case and with any spaces or dashes; null when it cannot be one. */
export function parseReference(typed: string): string | null {
  const bare = typed
    .normalize("NFKC")
    .replace(/[\s\p{Pd}.]/gu, "")
    .toUpperCase();
  if (bare.length !== referenceLength) return null;
  return [...bare].every((character) => referenceAlphabet.includes(character)) ? bare : null;
}
