import { wordsIn } from "#domain/language";
import type { Answer, Answers } from "#domain/questions/answers";
import { namesOf, schemaFor, textsOf, type Field, type Question } from "#domain/questions/question";
import type { Reading } from "#domain/questions/snapshot";
import { titleOf } from "#domain/questions/snapshot";
import { textMessages } from "#domain/questions/typed-text";
import { answerWords } from "#domain/wording/answers";
import { filled } from "#domain/wording/site";
import { parseForm, type Problems } from "./form.ts";

/** What can be done with a page that was sent. */
export type PageAnswer =
  | { ok: true; answer: Answer }
  /** `keepable`: the page is not whole, but what is on it can be kept for somebody who sends the form early. */
  | { ok: false; problems: Problems; typed: Answer; keepable: boolean };

/** As much as one field keeps when its question was not even asked; what was asked is limited by its own rule. */
const strayAtMost = 8_000;

const maxOf = (fields: readonly Field[]): ReadonlyMap<string, { max: number | null }> =>
  new Map(
    fields.flatMap((field): [string, { max: number | null }][] => [
      [field.name, { max: "max" in field ? field.max : null }],
      ...maxOf("reveals" in field ? Object.values(field.reveals ?? {}).flat() : []),
    ]),
  );

/** Reads one page of a form: what was typed for this question and nothing else of the body. */
export function readAnswer(
  body: URLSearchParams,
  question: Question,
  answers: Answers,
  reading: Reading,
): PageAnswer {
  const texts = textsOf(question, reading.audience, reading.language);
  const { one, many } = namesOf(question.fields);
  const limits = maxOf(question.fields);
  const title = titleOf(question, answers, reading);
  const shared: Readonly<Record<string, string>> = wordsIn(answerWords, reading.language).errors;
  // What is kept beside the answer is ours to say: it replaces whatever a body claims.
  const stamps = question.stamp(answers, reading.at);
  for (const [name, value] of Object.entries(stamps)) body.set(name, String(value));

  const words = (message: string, field: string): string => {
    const own = texts.errors[message];
    if (own !== undefined) return own;
    const label = texts.fields[field]?.label ?? title;
    return filled(shared[message] ?? message, { label, max: String(limits.get(field)?.max ?? "") });
  };
  const form = parseForm(body, {
    schema: schemaFor(question, reading.at),
    asTyped: true,
    fields: [...one, ...Object.keys(stamps)],
    many,
    words,
  });
  const kept = Object.entries(form.typed).filter(
    ([, value]) => value !== "" && (typeof value !== "string" || value.length <= strayAtMost),
  );
  const answer: Answer = Object.fromEntries(kept);
  if (form.ok) return { ok: true, answer };
  const unkeepable: readonly string[] = Object.values(textMessages);
  const keepable = !Object.values(form.refused).some((message) => unkeepable.includes(message));
  return { ok: false, problems: form.problems, typed: form.typed, keepable };
}
