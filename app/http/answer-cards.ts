import { listAnswerId, pageOf } from "#domain/journeys";
import { answerTo, fieldOf, itemsOf } from "#domain/questions/answers";
import { entryName } from "#domain/questions/entry-name";
import { textsOf, type Question, type SnapshotEntry } from "#domain/questions/question";
import { readBack, titleOf } from "#domain/questions/snapshot";
import { href } from "../href.ts";
import type { Form } from "./draft.ts";

/** One page's answers to check, with where to change them. */
export type AnswerCard = {
  title: string;
  change: string;
  rows: readonly SnapshotEntry[];
  /** What was answered is not for everybody who sees the screen. */
  masked: boolean;
};

/** Every answered page in the order of the form. */
export const answerCards = (form: Form): AnswerCard[] =>
  form.journey
    .filter((question) => question.appliesTo(form.answers))
    .flatMap((question) =>
      question.repeats === undefined ? oneCard(form, question) : entryCards(form, question),
    );

function oneCard({ access, journey, answers, reading }: Form, question: Question): AnswerCard[] {
  const answer = answerTo(answers, question.id);
  if (answer === null) return [];
  const page = pageOf(journey, question.id);
  return [
    {
      title: titleOf(question, answers, reading),
      change: href("report.question", { draft: access.draftId, page }),
      rows: readBack(question, answer, reading),
      masked: question.masked,
    },
  ];
}

function entryCards(form: Form, question: Question): AnswerCard[] {
  const { access, journey, answers, reading } = form;
  const { repeats } = question;
  const owner =
    repeats !== undefined && "each" in repeats ? journey.find(({ id }) => id === repeats.each) : question;
  if (owner === undefined) return [];
  const page = pageOf(journey, question.id);
  const living = itemsOf(answers, owner.id).map(({ item }) => item);
  const about = owner === question ? "" : `${titleOf(question, answers, reading)}: `;
  const entries = itemsOf(answers, question.id)
    .filter(({ item }) => living.includes(item))
    .map(({ item, answer }) => ({
      title: `${about}${entryName(owner, answers, item, reading)}`,
      change: href("report.item", { draft: access.draftId, page, item }),
      rows: readBack(question, answer, reading),
      masked: question.masked,
    }));
  return entries.length > 0 ? entries : emptyListCard(form, question, page);
}

/** A list that was ended without entries: "I do not know who lives there" is an answer. */
function emptyListCard({ access, answers, reading }: Form, question: Question, page: number): AnswerCard[] {
  const { list } = textsOf(question, reading.audience, reading.language);
  const another = fieldOf(answerTo(answers, listAnswerId(question.id)), "another");
  if (list === undefined || another === "") return [];
  return [
    {
      title: list.title,
      change: href("report.question", { draft: access.draftId, page }),
      rows: [{ label: list.another, value: list.options[another] ?? another }],
      masked: question.masked,
    },
  ];
}
