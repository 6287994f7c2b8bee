import type { WrittenLanguage } from "../intake.ts";
import { equalityWords as pl } from "./pl/short.ts";

const en = {
  title: "A few questions about you",
  intro: [
    "You do not have to answer. Your form is with us, and nothing here changes what happens to it.",
    "We only count the answers, to see whom we reach. We do not keep who gave them.",
  ],
  questions: {
    age: {
      label: "How old are you?",
      options: { under_25: "Under 25", "25_44": "25 to 44", "45_64": "45 to 64", "65_over": "65 or over" },
    },
    sex: {
      label: "What is your sex?",
      options: { female: "Female", male: "Male", other: "I use another word" },
    },
    ethnicity: {
      label: "Which group are you part of?",
      options: {
        asian: "Asian or Asian British",
        black: "Black, Black British, Caribbean or African",
        mixed: "Mixed or several groups",
        white: "White",
        other: "Another group",
      },
    },
    disability: {
      label: "Do you have a long-term illness or a disability?",
      options: { yes: "Yes", no: "No" },
    },
  },
  send: "Send these answers",
  skip: "Leave them out",
  thanks: { title: "Thank you", text: "You do not need to do anything else. You can close this page." },
  /** On the page that says that a form was sent. */
  offer: {
    heading: "A few questions about you, if you like",
    text: "They are not part of what you sent. We only count the answers.",
    link: "Answer them",
  },
} as const;

type Widened<T> = T extends string
  ? string
  : T extends readonly (infer Each)[]
    ? readonly Widened<Each>[]
    : { readonly [Key in keyof T]: Widened<T[Key]> };

export const equalityWords: Record<WrittenLanguage, Widened<typeof en>> = { en, pl };
