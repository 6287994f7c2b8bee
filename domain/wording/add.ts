import type { WrittenLanguage } from "../intake.ts";
import { additionWords } from "./addition.ts";
import { addWords as pl } from "./pl/short.ts";

/** Adding to a form that was sent without an account. */
const en = {
  title: "Tell us more",
  intro:
    "Use this if you sent us something before. You need the reference and the four words that we showed you.",
  lost: "If you do not have them, call us on {phone}.",
  reference: { label: "Your reference", hint: "Such as 7KQ4 M2XD" },
  words: { label: "Your four words", hint: "In the same order, with spaces between them" },
  danger: { label: additionWords.en.danger, options: additionWords.en.dangers },
  text: { label: additionWords.en.text },
  send: "Send it",
  errors: {
    reference: "Write your reference",
    words: "Write your four words",
    wrong: "Check the reference and the four words. They do not fit together",
    danger: "Choose yes, no or not sure",
    text: "Write what is new. A few words are enough",
    "too-long": "Write 4,000 characters or fewer",
    control: "There is a character here that we cannot keep. Type it again",
  },
  sent: {
    title: "We have got it",
    lines: [
      "We will read it. It goes to the people who have your form.",
      "You can add more at any time, with the same reference and words.",
    ],
  },
  /** On the page that shows the reference. */
  given: {
    heading: "If you want to tell us more later",
    text: "Keep your reference and these four words. We will not show them again.",
    how: "Add something",
  },
} as const;

type Widened<T> = T extends string
  ? string
  : T extends readonly (infer Each)[]
    ? readonly Widened<Each>[]
    : { readonly [Key in keyof T]: Widened<T[Key]> };

export const addWords: Record<WrittenLanguage, Widened<typeof en>> = { en, pl };
