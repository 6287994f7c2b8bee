import type { Audience, Language } from "../intake.ts";
import type { Journey } from "../journeys.ts";
import { wordsIn } from "../language.ts";
import { parseClockTime } from "../time-words.ts";
import { momentWords } from "../wording/moments.ts";
import { isOfPlaces } from "../secret-address.ts";
import { answerWords } from "../wording/answers.ts";
import { answerTo, fieldOf, itemsOf, type Answer, type Answers } from "./answers.ts";
import {
  textsOf,
  type At,
  type Question,
  type ReadBackWords,
  type Room,
  type SnapshotEntry,
} from "./question.ts";
import type { SnapshotPage, Submission } from "./submission.ts";
import { dateReadBack } from "./typed-date.ts";

export type Reading = { audience: Audience; language: Language; at: At };

const wordsFor = ({ language, at }: Reading): ReadBackWords => ({
  notProvided: wordsIn(answerWords, language).notProvided,
  date: (answer, field) => dateReadBack(answer, field, at.today, wordsIn(momentWords, language).longDate),
  time: (typed) => {
    const time = parseClockTime(typed);
    return time === null ? typed : wordsIn(momentWords, language).clockTime(time);
  },
});

/** The title of a question as it is put, given the other answers. */
export function titleOf(question: Question, answers: Answers, { audience, language }: Reading): string {
  const texts = textsOf(question, audience, language);
  const variant = question.variant(answers);
  return (variant === null ? undefined : texts.variants?.[variant]?.title) ?? texts.title;
}

/** An answer in words: label and value of every field that was asked. */
export const readBack = (question: Question, answer: Answer, reading: Reading): readonly SnapshotEntry[] =>
  question.readBack(answer, textsOf(question, reading.audience, reading.language), wordsFor(reading));

/**
 * Every page with its answer: what a contact keeps for ever, parted by room. In English, which the hub reads; where it
 * was asked in another language, as it was asked too.
 */
export function snapshotOf(journey: Journey, answers: Answers, reading: Reading): Submission["snapshot"] {
  const english = pagesByRoom(journey, answers, { ...reading, language: "en" });
  if (reading.language === "en") return english;
  const other = pagesByRoom(journey, answers, reading);
  const withAsked = (room: Room) =>
    english[room].map((page, place) => {
      const { title, entries } = other[room][place] ?? page;
      const asked = { title, labels: entries.map(({ label }) => label) };
      // Of an answer that tells where somebody is there is one, in one place.
      if (isOfPlaces(page.questionId)) return { ...page, asked };
      // What somebody wrote is the same in every language; what is not was theirs to choose.
      const chosen = entries.map(({ value }, at) => (value === page.entries[at]?.value ? null : value));
      return { ...page, asked: { ...asked, chosen } };
    });
  return { contact: withAsked("contact"), referrer: withAsked("referrer") };
}

function pagesByRoom(journey: Journey, answers: Answers, reading: Reading) {
  const found: { contact: SnapshotPage[]; referrer: SnapshotPage[] } = { contact: [], referrer: [] };
  for (const question of journey.filter((each) => each.appliesTo(answers))) {
    found[question.room].push(...pagesOf(question, answers, reading));
  }
  return found;
}

function pagesOf(question: Question, answers: Answers, reading: Reading): SnapshotPage[] {
  const { id, wordingVersion, repeats } = question;
  const page = { questionId: id, wordingVersion, title: titleOf(question, answers, reading) };
  if (repeats === undefined) {
    const answer = answerTo(answers, id);
    return answer === null ? [] : [{ ...page, item: null, entries: readBack(question, answer, reading) }];
  }
  const living = "each" in repeats ? itemsOf(answers, repeats.each).map(({ item }) => item) : null;
  const pages = itemsOf(answers, id)
    .filter(({ item }) => living === null || living.includes(item))
    .map(({ item, answer }) => ({ ...page, item, entries: readBack(question, answer, reading) }));
  return [...pages, ...listPageOf(question, answers, reading)];
}

/** What was answered to "another?": "I do not know who lives there" is an answer that must not be lost. */
function listPageOf(question: Question, answers: Answers, { audience, language }: Reading): SnapshotPage[] {
  const { list } = textsOf(question, audience, language);
  const another = fieldOf(answerTo(answers, `${question.id}-list`), "another");
  if (list === undefined || another === "") return [];
  const value = list.options[another] ?? another;
  return [
    {
      questionId: question.id,
      wordingVersion: question.wordingVersion,
      title: list.title,
      item: null,
      entries: [{ label: list.another, value }],
    },
  ];
}
