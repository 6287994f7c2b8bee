import type { Audience } from "./intake.ts";
import { aboutYou } from "./questions/about-you.ts";
import { accessNeeds } from "./questions/access-needs.ts";
import { againSoon } from "./questions/again-soon.ts";
import { answerTo, fieldOf, itemsAtMost, itemsOf, type Answer, type Answers } from "./questions/answers.ts";
import { callYou } from "./questions/call-you.ts";
import { childrenSeen } from "./questions/children-seen.ts";
import { children } from "./questions/children.ts";
import { danger } from "./questions/danger.ts";
import { effect } from "./questions/effect.ts";
import { extras } from "./questions/extras.ts";
import { facts } from "./questions/facts.ts";
import { family } from "./questions/family.ts";
import { files } from "./questions/files.ts";
import { findYou } from "./questions/find-you.ts";
import { goingOn } from "./questions/going-on.ts";
import { helpWith } from "./questions/help-with.ts";
import { helpers } from "./questions/helpers.ts";
import { home } from "./questions/home.ts";
import { parents } from "./questions/parents.ts";
import { meaningOf, type At, type Question } from "./questions/question.ts";
import { reachFamily } from "./questions/reach-family.ts";
import { reachYou } from "./questions/reach-you.ts";
import { sayMore } from "./questions/say-more.ts";
import { safety } from "./questions/safety.ts";
import { scared } from "./questions/scared.ts";
import { soon } from "./questions/soon.ts";
import { talkToYou } from "./questions/talk-to-you.ts";
import { teller } from "./questions/teller.ts";
import { whatHappened } from "./questions/what-happened.ts";
import { whenSeen } from "./questions/when-seen.ts";
import { whereSeen } from "./questions/where-seen.ts";
import { where } from "./questions/where.ts";
import { worries } from "./questions/worries.ts";
import { whoHelps } from "./questions/who-helps.ts";
import { yourChildren } from "./questions/your-children.ts";
import { youWant } from "./questions/you-want.ts";
import { you } from "./questions/you.ts";

export type Journey = readonly Question[];

/** The questions of each journey in order. A question's place here is its page number, whatever was answered. */
export const journeys = {
  professional: [
    danger,
    soon,
    you,
    children,
    where,
    worries,
    whatHappened,
    effect,
    family,
    parents,
    safety,
    extras,
    helpers,
    files,
    facts,
  ],
  young_person: [danger, goingOn, sayMore, againSoon, callYou, findYou, talkToYou, youWant],
  family: [danger, helpWith, scared, aboutYou, yourChildren, home, reachFamily, whoHelps, accessNeeds],
  public: [danger, whatHappened, whenSeen, childrenSeen, whereSeen, teller, reachYou],
} as const satisfies Record<Audience, Journey>;

export const journeyOf = (audience: Audience): Journey => journeys[audience];

/** What must be known before a form can be sent early; the others are short enough to be sent whole. */
const neededEarly = new Map<Journey, readonly string[]>([
  [journeys.professional, [danger.id, you.id, children.id, where.id, worries.id]],
  [journeys.young_person, [danger.id, goingOn.id]],
]);

/** Where somebody is in a form. `page` counts from 1; `item` is an entry of a question that repeats. */
export type Place =
  | { at: "page"; page: number; item?: number }
  /** The page that tells them to call 999. */
  | { at: "stop" }
  | { at: "check" };

export const pageOf = (journey: Journey, questionId: string): number =>
  journey.findIndex(({ id }) => id === questionId) + 1;

export const questionAt = (journey: Journey, page: number): Question | null => journey[page - 1] ?? null;

/** Where the answer to "another?" under the list of a question that repeats is kept. */
export const listAnswerId = (questionId: string): string => `${questionId}-list`;

/**
 * The answers to "another?" under an entry, where they are asked there: under the last one, and not once the form is
 * full. Empty for every other page.
 */
export function askedUnder(
  { id, repeats }: Question,
  answers: Answers,
  item: number | null,
): readonly string[] {
  if (item === null || repeats === undefined || "each" in repeats || repeats.onEntry !== true) return [];
  const items = itemsOf(answers, id);
  const place = items.findIndex((entry) => entry.item === item);
  if (place !== -1 && place < items.length - 1) return [];
  const count = place === -1 ? items.length + 1 : items.length;
  return count < itemsAtMost ? repeats.asks : repeats.asks.slice(1);
}

/** The answers to "another?" that end a list: every one but the first, which adds an entry. */
const listIsDone = (question: Question, answers: Answers): boolean => {
  const { repeats } = question;
  if (repeats === undefined || "each" in repeats) return true;
  const answer = fieldOf(answerTo(answers, listAnswerId(question.id)), "another");
  return repeats.asks.slice(1).includes(answer);
};

/** The entries of a question that repeats which are not whole yet, or are still missing; by their numbers. */
export function itemsToDo(question: Question, answers: Answers, at: At): number[] {
  const given = itemsOf(answers, question.id);
  const whole = (item: number) =>
    meaningOf(question, given.find((entry) => entry.item === item)?.answer ?? null, at) !== null;
  const wanted =
    question.repeats !== undefined && "each" in question.repeats
      ? itemsOf(answers, question.repeats.each)
      : given;
  return wanted.map(({ item }) => item).filter((item) => !whole(item));
}

/** Whether enough entries are there and each of them is whole; the list may still be open. */
const entriesAreWhole = (question: Question, answers: Answers, at: At): boolean => {
  const { repeats } = question;
  const least = repeats === undefined || "each" in repeats ? 0 : repeats.least;
  return itemsOf(answers, question.id).length >= least && itemsToDo(question, answers, at).length === 0;
};

/** Put the way in which it would be put now: another answer may have turned the question round since. */
const askedThisWay = (question: Question, answers: Answers): boolean => {
  const asked = fieldOf(answerTo(answers, question.id), "asked");
  return asked === "" || asked === (question.variant(answers) ?? "plain");
};

/** Somebody who says that a child is or may be in danger sees the 999 page before anything else. */
const mustStop = (answers: Answers): boolean => {
  const answer = answerTo(answers, danger.id);
  return ["yes", "not_sure"].includes(fieldOf(answer, "danger")) && fieldOf(answer, "called999") === "";
};

/** Whether a question is answered for good. One that may stay empty is, once its page was sent. */
export function completed(question: Question, answers: Answers, at: At): boolean {
  if (question.id === danger.id && mustStop(answers)) return false;
  if (question.repeats !== undefined) {
    return entriesAreWhole(question, answers, at) && listIsDone(question, answers);
  }
  return meaningOf(question, answerTo(answers, question.id), at) !== null && askedThisWay(question, answers);
}

const applicable = (journey: Journey, answers: Answers): readonly Question[] =>
  journey.filter((question) => question.appliesTo(answers));

const placeOf = (journey: Journey, question: Question): Place => ({
  at: "page",
  page: pageOf(journey, question.id),
});

/** The first thing that is still to do; the check page when nothing is. */
export function firstToDo(journey: Journey, answers: Answers, at: At): Place {
  if (mustStop(answers)) return { at: "stop" };
  const open = applicable(journey, answers).find((question) => !completed(question, answers, at));
  return open === undefined ? { at: "check" } : placeOf(journey, open);
}

/** The answers of a form whose sender is known: their own page is written already and is not shown. */
export const rememberedAnswers = (answer: Answer): Answers => ({
  [you.id]: { ...answer, remembered: "yes" },
});

const isRemembered = ({ id }: Question, answers: Answers): boolean =>
  fieldOf(answerTo(answers, id), "remembered") === "yes";

/**
 * Where to go after a question was answered: to the next in order, or back to the check page when this answer was only
 * changed and everything else is there.
 */
export function nextPlace(journey: Journey, answers: Answers, questionId: string, at: At): Place {
  const first = firstToDo(journey, answers, at);
  if (first.at !== "page") return first;
  const page = pageOf(journey, questionId);
  const following = applicable(journey, answers).find(
    (question) => pageOf(journey, question.id) > page && !isRemembered(question, answers),
  );
  // Never past something that is still open: an answer can open an earlier page again.
  if (following === undefined || pageOf(journey, following.id) > first.page) return first;
  return placeOf(journey, following);
}

/** The page before this one; null for the first. */
export function previousPlace(journey: Journey, answers: Answers, from: Place): Place | null {
  if (from.at === "stop") return { at: "page", page: 1 };
  const page = from.at === "check" ? journey.length + 1 : from.page;
  const before = applicable(journey, answers).filter(
    (question) => pageOf(journey, question.id) < page && !isRemembered(question, answers),
  );
  const last = before.at(-1);
  return last === undefined ? null : placeOf(journey, last);
}

/** Whether everything before this place is answered. Going back is always possible. */
export function canVisit(journey: Journey, answers: Answers, place: Place, at: At): boolean {
  if (place.at === "stop")
    return ["yes", "not_sure"].includes(fieldOf(answerTo(answers, danger.id), "danger"));
  const first = firstToDo(journey, answers, at);
  if (first.at === "check") return place.at === "check" || isAsked(journey, answers, place.page);
  if (first.at === "stop") return place.at === "page" && place.page === 1;
  if (place.at === "check" || first.at !== "page") return false;
  return isAsked(journey, answers, place.page) && place.page <= first.page;
}

const isAsked = (journey: Journey, answers: Answers, page: number): boolean =>
  questionAt(journey, page)?.appliesTo(answers) === true;

/** Whether every question that applies is answered. */
export const canSend = (journey: Journey, answers: Answers, at: At): boolean =>
  firstToDo(journey, answers, at).at === "check";

/** Whether enough is known to send now and add the rest later. */
export const canSendEarly = (journey: Journey, answers: Answers, at: At): boolean =>
  neededEarly.has(journey) &&
  journey
    .filter(({ id }) => neededEarly.get(journey)?.includes(id))
    .every((question) =>
      question.repeats === undefined
        ? completed(question, answers, at)
        : entriesAreWhole(question, answers, at),
    );
