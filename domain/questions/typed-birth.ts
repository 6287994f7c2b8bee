import type { z } from "zod";
import type { Answer } from "./answers.ts";
import type { Birth } from "./submission.ts";
import { yearsIn } from "./typed-age.ts";
import { checkTypedDate, movedDate, readTypedDate, type DateMessages } from "./typed-date.ts";

const birthMessages: DateMessages = {
  missing: "birth-missing",
  part: "birth-part",
  wrong: "birth-wrong",
  range: "birth-range",
};
const dueMessages: DateMessages = {
  missing: "due-missing",
  part: "due-part",
  wrong: "due-wrong",
  range: "due-range",
};

type Typed = { age: string; about?: string | null };
type Checked = { birth: Birth } | { path: string; message: string };

/**
 * When somebody was or will be born, from the answer to "how old". Any date of birth of the last 120 years is taken:
 * a form is no place to argue about an adult's age. A due date may be overdue by a month, and is optional.
 */
function birthIn(typed: Typed, answer: Answer, today: string): Checked {
  switch (typed.age) {
    case "date": {
      const from = movedDate(today, { years: -120 });
      const read = checkTypedDate(answer, "born", { today, from, to: today, messages: birthMessages });
      return "date" in read ? { birth: { kind: "born", date: read.date } } : read;
    }
    case "about": {
      const words = typed.about ?? "";
      if (words === "") return { path: "about", message: "about" };
      return { birth: { kind: "about", years: yearsIn(words), words } };
    }
    case "unborn": {
      if (readTypedDate(answer, "due", today).is === "empty")
        return { birth: { kind: "unborn", dueDate: null } };
      const [from, to] = [movedDate(today, { days: -31 }), movedDate(today, { months: 10 })];
      const read = checkTypedDate(answer, "due", { today, from, to, messages: dueMessages });
      return "date" in read ? { birth: { kind: "unborn", dueDate: read.date } } : read;
    }
    default:
      return { birth: { kind: "not_known" } };
  }
}

/** Refuses a page whose date of birth, age or due date cannot be taken. */
export function refuseBirth<Parsed>(parsed: Parsed, today: string, context: z.RefinementCtx<Parsed>): void {
  const read = birthIn(parsed as Typed, parsed as Answer, today);
  if ("message" in read) {
    context.addIssue({ code: "custom", path: [read.path], message: read.message, input: "" });
  }
}

/** The page with the birth in it; only for a page that was not refused. */
export function withBirth<Parsed extends Typed>(parsed: Parsed, today: string): Parsed & { birth: Birth } {
  const read = birthIn(parsed, parsed as unknown as Answer, today);
  return { ...parsed, birth: "birth" in read ? read.birth : { kind: "not_known" } };
}

/** The words for what can be wrong with a date of birth, an age or a due date. */
export const birthErrors = {
  age: "Tell us how old they are, or that you do not know",
  about: "Write about how old they are, such as 7, or 18 months",
  "birth-missing": "Write the date of birth, or choose another way to tell us the age",
  "birth-part": "The date of birth needs a day, a month and a year",
  "birth-wrong": "Check the date of birth: there is no such date",
  "birth-range": "The date of birth cannot be in the future, or more than 120 years ago",
  "due-missing": "Write the date when the baby is due",
  "due-part": "The due date needs a day, a month and a year. You can also leave it empty",
  "due-wrong": "Check the due date: there is no such date",
  "due-range": "Check the due date: it is too far away for a pregnancy",
} as const;
