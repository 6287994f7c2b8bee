import { againSoon } from "./again-soon.ts";
import { answerTo, type Answers } from "./answers.ts";
import { callYou } from "./call-you.ts";
import { findYou } from "./find-you.ts";
import { goingOn, goings } from "./going-on.ts";
import { namesIn } from "./one-name.ts";
import { meaningOf, textsOf, type At, type Question } from "./question.ts";
import { sayMore } from "./say-more.ts";
import type { Submission, SubmittedChild, Told } from "./submission.ts";
import { talkToYou } from "./talk-to-you.ts";
import { yearsIn } from "./typed-age.ts";
import { youWant } from "./you-want.ts";

/**
 * What a young person told, as every contact is kept: they are the child and the sender both. Sent early, everything
 * but what it is about may be missing.
 */
export function youngSubmission(answers: Answers, at: At): Told | null {
  const read = <Out>(question: Question<Out>): Out | null =>
    meaningOf(question, answerTo(answers, question.id), at);
  const about = read(goingOn);
  if (about === null) return null;
  const [who, find, talk] = [read(callYou), read(findYou), read(talkToYou)];
  const options = textsOf(goingOn, "young_person", "en").fields["about"]?.options ?? {};
  const chosen = about.about.map((name) => options[name] ?? name).join("\n");
  const lines = (find?.lives ?? "").split("\n").filter((line) => line.trim() !== "");
  return {
    nextEvent:
      read(againSoon)?.soon === "today"
        ? { at: null, kind: "other", time: null, detail: "It could happen again today" }
        : null,
    childNow: null,
    children: [youngChild(who, find?.school ?? null)],
    adults: [],
    householdKnown: false,
    address: lines.length === 0 ? null : { lines, postcode: null },
    ...{ seenAt: null, otherPlaces: null },
    worries: [...new Set(about.about.map((name) => goings[name]))],
    ...{ otherWorry: null, positionOfTrust: false },
    whatHappened: [chosen, read(sayMore)?.account ?? null].filter((said) => said !== null).join("\n\n"),
    ...{ effect: null, goingWell: null, alreadyTried: null, parents: wishOf(read(youWant)?.want ?? null) },
    safeContact: talk && {
      risks: talk.seen === "no" ? ["do_not_phone_home"] : ["do_not_phone_home", "phone_is_read"],
      detail: [...talk.ways, talk.phone, talk.times].filter((said) => said !== null).join(". "),
      ...{ interpreter: null, communication: null },
    },
    helpers: find?.trusted == null ? [] : [{ name: find.trusted, agency: null, contact: null }],
    referrer: {
      ...{ name: who?.name ?? null, job: null, organisation: null, sourceCode: "1C" },
      // A message is only ever written to them as they said, by a person.
      ...{ email: null, phone: talk?.phone ?? null, reachable: talk?.times ?? null },
    },
  };
}

function youngChild(who: { name: string; age: string | null } | null, school: string | null): SubmittedChild {
  const named =
    who === null
      ? { firstName: null, lastName: null, description: "A young person who gave no name" }
      : /\s/u.test(who.name)
        ? namesIn(who.name)
        : { firstName: who.name, lastName: null, description: null };
  const age = who?.age ?? null;
  return {
    ...named,
    knownAs: null,
    birth: age === null ? { kind: "not_known" } : { kind: "about", years: yearsOf(age), words: age },
    ...{ sex: "U", nhsNumber: null, upn: null, school },
    ...{ standing: "subject", relationship: null, livesWithChild: null, mayBeRisk: false, facts: null },
  };
}

/** "Under 10" is no age. */
const yearsOf = (age: string): number | null => (age.startsWith("Under") ? null : yearsIn(age));

/** Their wish stands where the hub reads what a child said; whether the parents know was not asked. */
const wishOf = (want: string | null): Submission["parents"] =>
  want === null
    ? null
    : {
        ...{ told: "not_known", said: null, agreeToSupport: null, untoldReasons: [], untoldDetail: null },
        ...{ childTold: "yes", childSaid: want },
      };
