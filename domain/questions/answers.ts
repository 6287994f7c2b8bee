/**
 * One answered page: the fields of its form by name, as they were typed. Nothing is normalised before it is kept, so
 * a page shows back exactly what was typed; the question's schema gives it meaning each time that it is read.
 */
export type Answer = { readonly [field: string]: string | readonly string[] };

/** One entry of a question that can be answered several times (a child, a person, a helper). */
export type Item = {
  /** Its name in the address; it says nothing about the order. */
  readonly item: number;
  readonly answer: Answer;
};

/** Everything answered so far in one draft, by question id. Plain JSON. */
export type Answers = { readonly [questionId: string]: Answer | readonly Item[] };

/** More entries than any family needs, few enough that a draft stays small. */
export const itemsAtMost = 30;

const isItems = (kept: Answer | readonly Item[]): kept is readonly Item[] => Array.isArray(kept);

/** The answer to a question that is asked once; null when it was not answered. */
export function answerTo(answers: Answers, questionId: string): Answer | null {
  const kept = Object.hasOwn(answers, questionId) ? answers[questionId] : undefined;
  return kept === undefined || isItems(kept) ? null : kept;
}

/** The entries of a question that repeats, in the order in which they were added. */
export function itemsOf(answers: Answers, questionId: string): readonly Item[] {
  const kept = Object.hasOwn(answers, questionId) ? answers[questionId] : undefined;
  return kept !== undefined && isItems(kept) ? kept : [];
}

/** One field as text; "" when it was left empty, many ticks joined as they were sent. */
export function fieldOf(answer: Answer | null, field: string): string {
  const value = answer !== null && Object.hasOwn(answer, field) ? answer[field] : undefined;
  return typeof value === "string" ? value : (value ?? []).join(",");
}

/** The ticks of a set of checkboxes. */
export function ticksOf(answer: Answer | null, field: string): readonly string[] {
  const value = answer !== null && Object.hasOwn(answer, field) ? answer[field] : undefined;
  if (value === undefined || value === "") return [];
  return typeof value === "string" ? [value] : value;
}

/** As high as the number of an entry goes: it is part of an address that people see. */
export const itemNumberAtMost = 1_048_576;

/**
 * A number for a new entry. Drawn and not counted up: two tabs that add at the same time would draw the same next
 * number, and one would write over the other.
 * @param id a fresh id that ends in random hexadecimal digits
 */
export function freshItem(items: readonly Item[], id: string): number {
  let item = Number.parseInt(id.slice(-5), 16) + 1;
  while (items.some((entry) => entry.item === item)) item = (item % itemNumberAtMost) + 1;
  return item;
}

/** The answers with one page put in (or replaced). `item` says which entry of a question that repeats. */
export function withAnswer(answers: Answers, questionId: string, answer: Answer, item?: number): Answers {
  if (item === undefined) return { ...answers, [questionId]: answer };
  const items = itemsOf(answers, questionId);
  const kept = items.some((entry) => entry.item === item)
    ? items.map((entry) => (entry.item === item ? { item, answer } : entry))
    : [...items, { item, answer }];
  return { ...answers, [questionId]: kept };
}

/** The answers without one question. */
export const withoutAnswer = (answers: Answers, questionId: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => id !== questionId));

/** The answers without one entry; the other entries keep their numbers. */
export function withoutItem(answers: Answers, questionId: string, item: number): Answers {
  return { ...answers, [questionId]: itemsOf(answers, questionId).filter((entry) => entry.item !== item) };
}
