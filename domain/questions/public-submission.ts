import type { z } from "zod";
import { answerTo, type Answers } from "./answers.ts";
import { childrenIn, childrenSeen } from "./children-seen.ts";
import { meaningOf, type At, type Question } from "./question.ts";
import { reachYou, relations } from "./reach-you.ts";
import type { SubmittedReferrer, Told } from "./submission.ts";
import { teller } from "./teller.ts";
import { whatHappened } from "./what-happened.ts";
import { whereSeen } from "./where-seen.ts";

type Reach = z.output<ReturnType<typeof reachYou.schema>>;

/** What a member of the public told, as every contact is kept; null when it is not whole. */
export function publicSubmission(answers: Answers, at: At): Told | null {
  const read = <Out>(question: Question<Out>): Out | null =>
    question.appliesTo(answers) ? meaningOf(question, answerTo(answers, question.id), at) : null;
  const [what, seen, place, who] = [read(whatHappened), read(childrenSeen), read(whereSeen), read(teller)];
  if (what === null || seen === null || who === null) return null;
  return {
    nextEvent: null,
    childNow: null,
    children: childrenIn(seen),
    adults: [],
    householdKnown: false,
    address: place?.address ?? null,
    seenAt: place?.seenAt ?? null,
    otherPlaces: null,
    worries: seen.trust.length > 0 ? ["position_of_trust"] : [],
    otherWorry: null,
    positionOfTrust: seen.trust.length > 0,
    whatHappened: what.account,
    ...{ effect: null, goingWell: null, alreadyTried: null, parents: null, safeContact: null, helpers: [] },
    keepSenderSecret: who.name === "private",
    referrer: referrerIn(read(reachYou)),
  };
}

/** Somebody whose messages others can see is sent none: the address is there to be asked about on the phone. */
function referrerIn(said: Reach | null): SubmittedReferrer {
  if (said === null)
    return {
      ...{ name: null, job: null, organisation: null, sourceCode: "9" },
      ...{ email: null, phone: null, reachable: null },
    };
  const silent = said.seen === "yes";
  const notes = [
    said.reachable,
    silent ? "Others can see their phone or email: send no messages" : null,
    silent && said.email !== null ? `Email, not to be written to: ${said.email}` : null,
    said.message === "yes" && !silent ? "A message may be left" : "Leave no message",
  ];
  return {
    ...{ name: said.name, job: null, organisation: null },
    sourceCode: said.relation === undefined ? "10" : relations[said.relation],
    email: silent ? null : said.email,
    phone: said.phone,
    reachable: notes.filter((note) => note !== null).join(". "),
  };
}
