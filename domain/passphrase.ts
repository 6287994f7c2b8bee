import { passphraseWords } from "./passphrase-words.ts";

/** With the reference they let whoever sent a form add to it: four words of ten bits each. */
export const passphraseLength = 4;
const bitsAWord = 10;

/** The words that stand for random bytes: the same bytes, the same words. At least five bytes. */
export function wordsFrom(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return Array.from({ length: passphraseLength }, (_, place) => {
    const index = Number.parseInt(bits.slice(place * bitsAWord, (place + 1) * bitsAWord), 2);
    return passphraseWords[index] ?? "";
  }).join(" ");
}

/** Words as somebody typed them, in any case and with anything between them; null when they are not four. */
export function parsePassphrase(typed: string): string | null {
  const words =
    typed
      .normalize("NFKC")
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  return words.length === passphraseLength ? words.join(" ") : null;
}
