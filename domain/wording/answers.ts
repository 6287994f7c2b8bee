import type { WrittenLanguage } from "../intake.ts";
import { answerWords as pl } from "./pl/short.ts";

/** Words for reading answers back, and for what can be wrong with any text field. */
const en = {
  notProvided: "Not provided",
  limit: "You can write up to {max} characters",
  /** What the count under a long text says; by the plural forms of the language. */
  count: {
    under: { one: "You have %{count} character remaining", other: "You have %{count} characters remaining" },
    at: "You have 0 characters remaining",
    over: { one: "You have %{count} character too many", other: "You have %{count} characters too many" },
  },
  or: "or",
  date: { day: "Day", month: "Month", year: "Year" },
  errors: {
    "too-long": "{label}: write {max} characters or fewer",
    control:
      "{label}: there is a character that we cannot keep. We have put � where it was. Delete that and type it again",
  },
} as const;

type Widened<T> = T extends string ? string : { readonly [Key in keyof T]: Widened<T[Key]> };
export const answerWords: Record<WrittenLanguage, Widened<typeof en>> = { en, pl };
