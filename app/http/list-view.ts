import { itemsToDo, listAnswerId } from "#domain/journeys";
import { answerTo, fieldOf, itemsAtMost, itemsOf } from "#domain/questions/answers";
import { entryName } from "#domain/questions/entry-name";
import { textsOf, type Question } from "#domain/questions/question";
import { href } from "../href.ts";
import { aroundPage, type AroundPage, type Form } from "./draft.ts";
import { backFrom } from "./question-view.ts";

/** The page that lists the entries of a repeated question and asks whether there is another. */
export type ListView = {
  around: AroundPage;
  back: string;
  questionId: string;
  entries: readonly { item: number; name: string; change: string; whole: boolean }[];
  /** The answers to "another?" that make sense now. */
  asks: readonly string[];
  another: string;
  full: boolean;
};

export function listView(form: Form, question: Question, page: number): ListView {
  const { answers, access, reading } = form;
  const items = itemsOf(answers, question.id);
  const toDo = itemsToDo(question, answers, reading.at);
  const another = fieldOf(answerTo(answers, listAnswerId(question.id)), "another");
  const full = items.length >= itemsAtMost;
  const asks = question.repeats !== undefined && "asks" in question.repeats ? question.repeats.asks : [];
  return {
    around: aroundPage(form),
    back: backFrom(form, page, false),
    questionId: question.id,
    entries: items.map(({ item }) => ({
      item,
      name: entryName(question, answers, item, reading),
      change: href("report.item", { draft: access.draftId, page, item }),
      whole: !toDo.includes(item),
    })),
    asks: full ? asks.slice(1) : asks,
    // Only an answer that ended the list is shown again: having added one says nothing about another.
    another: asks.slice(1).includes(another) ? another : "",
    full,
  };
}

export const listTitle = (form: Form, question: Question): string =>
  textsOf(question, form.reading.audience, form.reading.language).list?.title ?? "";
