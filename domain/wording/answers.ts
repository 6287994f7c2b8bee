import type { Language } from "../intake.ts";

/** Words for reading answers back, and for what can be wrong with any text field. */
const en = {
  notProvided: "Not provided",
  limit: "You can write up to {max} characters",
  or: "or",
  date: { day: "Day", month: "Month", year: "Year" },
  errors: {
    "too-long": "{label}: write {max} characters or fewer",
    control:
      "{label}: there is a character that we cannot keep. We have put � where it was. Delete that and type it again",
  },
} as const;

type Widened<T> = T extends string ? string : { readonly [Key in keyof T]: Widened<T[Key]> };
export const answerWords: Record<Language, Widened<typeof en>> = { en };
