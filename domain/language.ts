import { languages, trialLanguage, type Language, type WrittenLanguage } from "./intake.ts";
import type { Settings } from "./settings.ts";

/** Letters that run from right to left, one for each of the English ones. */
const trialLetters = "ابتثجحخدذرزسشصضطظعغفقكلمنه";

/**
 * A text in the trial language. Vowels are doubled, which makes it two fifths longer, as translations are; `{places}`,
 * digits and signs stay. No English letter is left, so that a page shows what does not come from a catalogue.
 */
const trialled = (text: string): string =>
  text.replace(/\{\w+\}|[A-Za-z]/g, (found) => {
    if (found.startsWith("{")) return found;
    const letter = found.toLowerCase();
    const written = trialLetters[letter.charCodeAt(0) - 97] ?? "";
    return "aeiou".includes(letter) ? written + written : written;
  });

/** Ids that stand among the words of a question, and are looked up rather than read. */
const notWords = new Set(["helplines"]);

function inTrial<Words>(words: Words): Words;
function inTrial(words: unknown): unknown {
  if (typeof words === "string") return trialled(words);
  if (typeof words === "function")
    return (...given: unknown[]) => inTrial((words as (...all: unknown[]) => unknown)(...given));
  if (Array.isArray(words)) return words.map((each) => inTrial<unknown>(each));
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(
    Object.entries(words).map(([key, each]) => [
      key,
      notWords.has(key) && Array.isArray(each) ? each : inTrial<unknown>(each),
    ]),
  );
}

const trials = new WeakMap<object, unknown>();

/** The words of a catalogue in one language. */
export function wordsIn<Words extends object>(
  catalogue: Readonly<Record<WrittenLanguage, Words>>,
  language: Language,
): Words {
  if (language !== trialLanguage) return catalogue[language];
  const known = trials.get(catalogue.en) as Words | undefined;
  if (known !== undefined) return known;
  const words = inTrial(catalogue.en);
  trials.set(catalogue.en, words);
  return words;
}

type LanguageFacts = {
  /** What it is called in itself. */
  own: string;
  /** What staff call it. */
  english: string;
  direction: "ltr" | "rtl";
};

export const languageFacts: Record<Language, LanguageFacts> = {
  en: { own: "English", english: "English", direction: "ltr" },
  pl: { own: "Polski", english: "Polish", direction: "ltr" },
  [trialLanguage]: { own: trialled("Trial"), english: "the trial language", direction: "rtl" },
};

/**
 * What pages can be read in here: translations that somebody has reviewed, and the trial where developers asked for it.
 */
export const offeredLanguages = (
  { languages: reviewed }: Pick<Settings, "languages">,
  withTrial: boolean,
): readonly Language[] =>
  languages.filter((language) => {
    if (language === "en") return true;
    return language === trialLanguage ? withTrial : reviewed[language].offered === "yes";
  });

/** A number in the midst of a text: set apart where the text runs from right to left, or its groups change places. */
export const inText = (number: string, language: Language): string =>
  languageFacts[language].direction === "rtl" ? `\u2066${number}\u2069` : number;
