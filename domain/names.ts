import { doubleMetaphone } from "double-metaphone";

/**
 * Letters that Unicode does not take apart into a base letter and a mark, and the Cyrillic and Greek alphabets as they
 * are most often written in Latin letters. What is not here stays as it is and still compares with itself.
 */
const letters: Record<string, string> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h", ə: "a", ŋ: "n" },
  ...{ а: "a", б: "b", в: "v", г: "g", ґ: "g", д: "d", е: "e", є: "ye", ж: "zh", з: "z", и: "i", і: "i" },
  ...{ к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh" },
  ...{ ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya" },
  ...{ α: "a", β: "v", γ: "g", δ: "d", ε: "e", ζ: "z", η: "i", θ: "th", ι: "i", κ: "k", λ: "l", μ: "m" },
  ...{
    ν: "n",
    ξ: "x",
    ο: "o",
    π: "p",
    ρ: "r",
    σ: "s",
    ς: "s",
    τ: "t",
    υ: "y",
    φ: "f",
    χ: "ch",
    ψ: "ps",
    ω: "o",
  },
};

/** Most names need none of what follows, and folding them was half of what comparing two people cost. */
const plainLetters = /^[\x20-\x7e]*$/;

/** A name in small Latin letters without marks: "Zoë O’Neill-Øst" is "zoe oneill-ost". Takes any string. */
export function foldName(name: string): string {
  if (plainLetters.test(name)) return name.toLowerCase().replace(/['`]/g, "");
  const plain = name.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  // Apostrophes join: O'Neill, N'Golo. Every kind that keyboards and phones put there.
  const joined = plain.replace(/['`´‘’ʻʼʾʿ＇]/gu, "");
  return Array.from(joined, (letter) => (Object.hasOwn(letters, letter) ? letters[letter] : letter)).join("");
}

/** What people write when they do not know a name. Compared after folding, word by word. */
const notNames = new Set(
  (
    "unknown unnamed unborn baby boy girl child infant twin nk na nn tbc tba anon anonymous not known none name " +
    "mr mrs miss ms master dr"
  ).split(" "),
);

/** The words of a name, folded; words that name nobody ("Unknown", "Baby", "Miss") are left out. */
export function nameWords(name: string | null): string[] {
  if (name === null) return [];
  return foldName(name.replace(/\bn\s*\/\s*k\b/gi, " "))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /\p{L}/u.test(word) && !notNames.has(word));
}

/** Particles that come and go between two ways to write one surname. */
const particles = new Set(
  "al el de da di du del della la le van von der den bin bint ibn abu mac mc ap st".split(" "),
);

/** The parts of a surname that can each stand for it: both halves of a double-barrelled one, and the whole in one. */
export function surnameParts(name: string | null): string[] {
  const words = nameWords(name);
  const parts = words.filter((word) => !particles.has(word));
  if (words.length > 1) parts.push(words.join(""));
  return [...new Set(parts.length > 0 ? parts : words)];
}

/** Words that were listened to lately: a look-up compares one name with hundreds, most of them common. */
const heard = new Map<string, readonly string[]>();
const heardAtMost = 2_000;

/** How a word may sound, as Double Metaphone codes; none for a word that is not in Latin letters. */
export function soundsOf(word: string): readonly string[] {
  const known = heard.get(word);
  if (known !== undefined) return known;
  const latin = word.replace(/[^a-z]/g, "");
  const sounds =
    latin === "" || latin.length > 60
      ? []
      : [...new Set(doubleMetaphone(latin))].filter((code) => code !== "");
  if (heard.size >= heardAtMost) heard.clear();
  heard.set(word, sounds);
  return sounds;
}

export function soundAlike(a: string, b: string): boolean {
  const other = soundsOf(b);
  return soundsOf(a).some((code) => other.includes(code));
}

/** Whether two words are one slip of the keyboard apart: a letter changed, left out, put in or swapped; two in long ones. */
export function nearlyTheSame(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  // In names of three letters one slip is as often another name: Amy and Ami, but also Tom and Tim.
  if (longest < 4 || longest > 60) return false;
  const most = longest >= 8 ? 2 : 1;
  return slipsBetween(a, b, most) <= most;
}

const longestCompared = 250;
// Made once: a look-up compares tens of thousands of words, and three new lists for each was half of its time.
const [rowA, rowB, rowC] = [0, 1, 2].map(() => new Uint8Array(longestCompared + 1)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

/**
 * How many slips apart two words are (optimal string alignment), given up as soon as every path costs more than `most`:
 * then the answer is one more than that. Of very long ones the beginnings are compared.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  const [a, b] = [one.slice(0, longestCompared), other.slice(0, longestCompared)];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row, next] = [rowA, rowB, rowC];
  for (let j = 0; j <= b.length; j += 1) row[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    next[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      next[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, row, next] = [row, next, before];
  }
  return Math.min(row[b.length] ?? Infinity, most + 1);
}
