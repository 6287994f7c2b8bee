import { Temporal } from "temporal-polyfill";
import type { Audience, Language } from "../intake.ts";
import { languageFacts } from "../language.ts";
import { canSend, canSendEarly, journeyOf } from "../journeys.ts";
import { instantOf } from "../working-calendar.ts";
import { localDate, parseClockTime } from "../time-words.ts";
import { answerTo, itemsOf, type Answers } from "./answers.ts";
import { children } from "./children.ts";
import { danger } from "./danger.ts";
import { effect } from "./effect.ts";
import { facts } from "./facts.ts";
import { familySubmission } from "./family-submission.ts";
import { family } from "./family.ts";
import { helpers } from "./helpers.ts";
import { parents } from "./parents.ts";
import { namesIn } from "./one-name.ts";
import { publicSubmission } from "./public-submission.ts";
import { meaningOf, type At, type Question } from "./question.ts";
import { safety } from "./safety.ts";
import { snapshotOf, type Reading } from "./snapshot.ts";
import { soon } from "./soon.ts";
import type {
  Birth,
  ChildFacts,
  NextEvent,
  Submission,
  SubmittedAdult,
  SubmittedChild,
  SubmittedHelper,
  Told,
} from "./submission.ts";
import { ageOn } from "./typed-date.ts";
import { whatHappened } from "./what-happened.ts";
import { where } from "./where.ts";
import { worries } from "./worries.ts";
import { workplaces, you } from "./you.ts";
import { youngSubmission } from "./young-submission.ts";

/** What a form means when it is sent, by whom it was not filled in to the end, and at what moment. */
export type Sending = { early: boolean; now: Date };

/**
 * Turns a draft's answers into what is kept. Everything is read again from what was typed, so that nothing is trusted
 * that a page let through before a rule changed.
 * @returns null when the answers are not enough to send, early or at all
 */
export function toSubmission(
  answers: Answers,
  audience: Audience,
  language: Language,
  { early, now }: Sending,
): Submission | null {
  const journey = journeyOf(audience);
  const at: At = { today: localDate(now) };
  const whole = canSend(journey, answers, at);
  if (!whole && !(early && canSendEarly(journey, answers, at))) return null;

  const inDanger = meaningOf(danger, answerTo(answers, danger.id), at);
  const told = toldBy(answers, { audience, language, at });
  if (told === null || inDanger === null) return null;
  return {
    ...{ audience, language, danger: inDanger.danger, called999: inDanger.called999 ?? null },
    ...told,
    safeContact: withInterpreter(told.safeContact, { audience, language }),
    snapshot: snapshotOf(journey, answers, { audience, language, at }),
    partial: !whole,
  };
}

/** Somebody at home who filled the form in in another language may need an interpreter: whoever calls them is told. */
function withInterpreter(
  said: Told["safeContact"],
  { audience, language }: Pick<Reading, "audience" | "language">,
): Told["safeContact"] {
  const ofTheFamily = audience === "family" || audience === "young_person";
  if (said === null || said.interpreter !== null || language === "en" || !ofTheFamily) return said;
  const { english } = languageFacts[language];
  return { ...said, interpreter: `Perhaps for ${english}: the form was filled in in it` };
}

function toldBy(answers: Answers, reading: Reading): Told | null {
  if (reading.audience === "public") return publicSubmission(answers, reading.at);
  if (reading.audience === "family") return familySubmission(answers, reading.at);
  if (reading.audience === "young_person") return youngSubmission(answers, reading.at);
  return professionalSubmission(answers, reading);
}

function professionalSubmission(answers: Answers, { audience, at }: Reading): Told | null {
  const read = <Out>(question: Question<Out>): Out | null =>
    question.appliesTo(answers) ? meaningOf(question, answerTo(answers, question.id), at) : null;
  const [sender, place, worried] = [read(you), read(where), read(worries)];
  if (sender === null || place === null || worried === null) return null;
  const [how, told, safe] = [read(effect), read(parents), read(safety)];
  const { workplace, ...referrer } = sender;
  const people = peopleIn(answers, at);
  return {
    nextEvent: nextEventIn(answers, at),
    childNow: childNowIn(answers, place, audience),
    children: [...childrenIn(answers, at), ...people.children],
    adults: people.adults,
    householdKnown: householdIsKnown(answers),
    address: place.address,
    seenAt: place.seenAt,
    otherPlaces: place.otherPlaces,
    worries: worried.worries,
    otherWorry: worried.other,
    positionOfTrust: worried.worries.includes("position_of_trust"),
    whatHappened: read(whatHappened)?.account ?? "",
    effect: how?.effect ?? null,
    goingWell: how?.goingWell ?? null,
    alreadyTried: how?.tried ?? null,
    parents: told && {
      told: told.told,
      said: told.said,
      agreeToSupport: told.agree ?? null,
      untoldReasons: told.reasons,
      untoldDetail: told.reasonDetail,
      childTold: told.childTold ?? null,
      childSaid: told.childSaid,
    },
    safeContact: safe,
    helpers: helpersIn(answers, at),
    referrer: { ...referrer, sourceCode: workplaces[workplace] },
  };
}

/** The moment of what is about to happen, counted from the day on which it was answered. */
function nextEventIn(answers: Answers, at: At): NextEvent | null {
  const said = meaningOf(soon, answerTo(answers, soon.id), at);
  if (said?.soon !== "yes") return null;
  const time = said.time === null ? null : parseClockTime(said.time);
  const day = Temporal.PlainDate.from(said.askedOn ?? at.today).add({
    days: said.day === "tomorrow" ? 1 : 0,
  });
  return {
    at: time === null ? null : instantOf(day, time, { timeZone: "Europe/London" }).toISOString(),
    kind: said.event,
    time: said.time,
    detail: said.detail,
  };
}

function childNowIn(
  answers: Answers,
  { now, nowDetail }: { now: string; nowDetail: string | null },
  audience: Audience,
): string | null {
  if (now === "not_known") return null;
  const words = where.texts[audience]?.en.fields["now"]?.options?.[now] ?? now;
  return now === "elsewhere" && nowDetail !== null ? nowDetail : words;
}

function childrenIn(answers: Answers, at: At): SubmittedChild[] {
  return itemsOf(answers, children.id).flatMap(({ item, answer }) => {
    const child = meaningOf(children, answer, at);
    if (child === null) return [];
    const { firstName, lastName, knownAs, description, birth, sex, school } = child;
    return {
      firstName,
      lastName,
      knownAs,
      description,
      birth,
      // The census knows no sex of a child who is not born.
      sex: birth.kind === "unborn" ? "U" : (sex ?? "U"),
      nhsNumber: child.nhsNumber,
      upn: child.upn,
      school,
      standing: "subject",
      relationship: null,
      livesWithChild: null,
      mayBeRisk: false,
      facts: factsOf(answers, item, at),
    };
  });
}

function factsOf(answers: Answers, item: number, at: At): ChildFacts | null {
  if (!facts.appliesTo(answers)) return null;
  const found = itemsOf(answers, facts.id).find((entry) => entry.item === item);
  const said = meaningOf(facts, found?.answer ?? null, at);
  if (said === null) return null;
  const known = said.disabilities.filter((name) => name !== "not_known");
  return {
    ethnicity: said.ethnicity ?? null,
    disabilities: known.length === 0 ? null : known,
    firstLanguage: said.language,
    specialNeeds: said.specialNeeds === "not_known" ? null : (said.specialNeeds ?? null),
  };
}

function isUnder18(age: string, birth: Birth, at: At): boolean {
  if (birth.kind === "born") return ageOn(birth.date, at.today) < 18;
  if (birth.kind === "about") return birth.years !== null && birth.years < 18;
  return age === "child";
}

/** The family page, parted: somebody under 18 is a child of the household whom nobody has settled yet. */
function peopleIn(answers: Answers, at: At): { children: SubmittedChild[]; adults: SubmittedAdult[] } {
  const found: { children: SubmittedChild[]; adults: SubmittedAdult[] } = { children: [], adults: [] };
  for (const { answer } of itemsOf(answers, family.id)) {
    const person = meaningOf(family, answer, at);
    if (person === null) continue;
    const { name, relationship, birth, lives } = person;
    const mayBeRisk = person.risk.length > 0;
    if (isUnder18(person.age, birth, at)) {
      found.children.push({
        ...namesIn(name),
        knownAs: null,
        birth,
        sex: "U",
        nhsNumber: null,
        upn: null,
        school: null,
        standing: "household",
        relationship,
        livesWithChild: lives,
        mayBeRisk,
        facts: null,
      });
    } else {
      found.adults.push({
        name,
        relationship,
        birth,
        livesWithChild: lives,
        parentalResponsibility: person.responsibility,
        mayBeRisk,
      });
    }
  }
  return found;
}

function helpersIn(answers: Answers, at: At): SubmittedHelper[] {
  if (!helpers.appliesTo(answers)) return [];
  return itemsOf(answers, helpers.id).flatMap(({ answer }) => meaningOf(helpers, answer, at) ?? []);
}

/** The sender has named everybody whom they know of. */
function householdIsKnown(answers: Answers): boolean {
  const ended = answerTo(answers, "family-list");
  return ended !== null && ended["another"] === "no" && itemsOf(answers, family.id).length > 0;
}
