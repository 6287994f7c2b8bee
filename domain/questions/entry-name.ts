import { filled } from "../wording/site.ts";
import { fieldOf, itemsOf, type Answer, type Answers } from "./answers.ts";
import { textsOf, type Question } from "./question.ts";
import type { Reading } from "./snapshot.ts";

/** Longer names are cut in lists and labels; the whole stands on the entry's own page. */
const shownAtMost = 80;

const written = (answer: Answer): string =>
  [
    [fieldOf(answer, "firstName"), fieldOf(answer, "lastName")].join(" "),
    fieldOf(answer, "name"),
    fieldOf(answer, "knownAs"),
    fieldOf(answer, "description"),
  ]
    .map((name) => name.trim())
    .find((name) => name !== "") ?? "";

/** What one entry of a repeated question is called: a name, else a description, else "Child 2". */
export function entryName(question: Question, answers: Answers, item: number, reading: Reading): string {
  const items = itemsOf(answers, question.id);
  const place = items.findIndex((entry) => entry.item === item);
  const letters = [...written(items[place]?.answer ?? {})];
  if (letters.length > 0) {
    return letters.length <= shownAtMost ? letters.join("") : `${letters.slice(0, shownAtMost).join("")}…`;
  }
  const { list } = textsOf(question, reading.audience, reading.language);
  return filled(list?.entry ?? "{n}", { n: String(place === -1 ? items.length + 1 : place + 1) });
}
