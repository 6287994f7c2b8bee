import type { z } from "zod";
import { aboutYou } from "./about-you.ts";
import { accessNeeds } from "./access-needs.ts";
import { answerTo, fieldOf, itemsOf, type Answers } from "./answers.ts";
import { helpWith, wishes } from "./help-with.ts";
import { home } from "./home.ts";
import { meaningOf, textsOf, type At, type Question } from "./question.ts";
import { reachFamily } from "./reach-family.ts";
import type { SafetyRisk } from "./safety.ts";
import { mayBeScared, scared } from "./scared.ts";
import type { Submission, SubmittedChild, SubmittedHelper, Told } from "./submission.ts";
import { familyHelpers, familyHelperWords, whoHelps } from "./who-helps.ts";
import { yourChildren } from "./your-children.ts";
import type { Worry } from "./worries.ts";

type Reach = z.output<ReturnType<typeof reachFamily.schema>>;
type Home = z.output<ReturnType<typeof home.schema>>;

/** What a family asks for, as every contact is kept; null when it is not whole. */
export function familySubmission(answers: Answers, at: At): Told | null {
  const read = <Out>(question: Question<Out>): Out | null =>
    meaningOf(question, answerTo(answers, question.id), at);
  const [wish, who, place, reach] = [read(helpWith), read(aboutYou), read(home), read(reachFamily)];
  if (wish === null || who === null || place === null || reach === null) return null;
  const afraid = fieldOf(answerTo(answers, scared.id), "scared");
  const options = textsOf(helpWith, "family", "en").fields["about"]?.options ?? {};
  const lines = [
    wish.about.map((name) => options[name] ?? name).join("\n"),
    wish.account,
    afraid === "yes" ? "Says that somebody makes them or the children feel scared." : null,
    afraid === "talk"
      ? "Would rather talk about whether somebody makes them or the children feel scared."
      : null,
  ];
  const worries: Worry[] = wish.about.map((name) => wishes[name]);
  if (afraid === "yes") worries.unshift("home_violence");
  const with_ = place.together ?? null;
  const asksForOwn = who.isParent || who.responsibility === "yes";
  return {
    ...{ nextEvent: null, childNow: null },
    children: childrenIn(answers, at),
    adults: [
      {
        name: who.name,
        relationship: who.link,
        birth: { kind: "not_known" },
        livesWithChild: with_ === null ? "not_known" : with_ === "no" ? "no" : "yes",
        parentalResponsibility: who.responsibility ?? "not_known",
        mayBeRisk: false,
      },
    ],
    householdKnown: false,
    // Where the sender lives is where the children live unless they said otherwise.
    address: with_ === "no" ? null : place.address,
    seenAt: null,
    otherPlaces: otherPlacesIn(place),
    worries: [...new Set(worries)],
    ...{ otherWorry: null, positionOfTrust: false },
    whatHappened: lines.filter((line) => line !== null).join("\n\n"),
    ...{ effect: null, goingWell: null, alreadyTried: null },
    parents: asksForOwn
      ? {
          ...{ told: "yes", said: null, agreeToSupport: "yes", untoldReasons: [], untoldDetail: null },
          ...{ childTold: null, childSaid: null },
        }
      : null,
    safeContact: safeContactIn(reach, read(accessNeeds), {
      onlyAsSaid: mayBeScared(answers),
      secret: place.secret,
    }),
    helpers: helpersIn(read(whoHelps)),
    referrer: {
      ...{ name: who.name, job: null, organisation: null, sourceCode: "1A" },
      email: mayEmail(reach, answers) ? reach.email : null,
      ...{ phone: reach.phone, reachable: reach.times },
    },
  };
}

/** Nothing is written to an address that somebody else may read, or where somebody is feared. */
const mayEmail = ({ chosen, seen }: Reach, answers: Answers): boolean =>
  chosen.includes("email") && seen === "no" && !mayBeScared(answers);

function otherPlacesIn({ together, address }: Home): string | null {
  if (together === "sometimes") return "The children live with the sender some of the time";
  if (together !== "no") return null;
  const words =
    address === null ? [] : [...address.lines, address.postcode ?? ""].filter((line) => line !== "");
  return [
    "The children do not live with the sender",
    ...(words.length > 0 ? [`who lives at ${words.join(", ")}`] : []),
  ].join(", ");
}

function childrenIn(answers: Answers, at: At): SubmittedChild[] {
  return itemsOf(answers, yourChildren.id).flatMap(({ answer }) => {
    const child = meaningOf(yourChildren, answer, at);
    if (child === null) return [];
    const { firstName, lastName, birth, school } = child;
    return {
      ...{ firstName, lastName, knownAs: null, description: null, birth, school },
      ...{ sex: "U", nhsNumber: null, upn: null, standing: "subject" },
      ...{ relationship: null, livesWithChild: null, mayBeRisk: false, facts: null },
    };
  });
}

type Access = z.output<ReturnType<typeof accessNeeds.schema>> | null;

/** In the family's own words, because whoever calls reads them first. */
function safeContactIn(
  reach: Reach,
  access: Access,
  { onlyAsSaid, secret }: { onlyAsSaid: boolean; secret: boolean },
): Submission["safeContact"] {
  const risks: SafetyRisk[] = [
    ...(secret ? (["address_secret"] as const) : []),
    ...(reach.chosen.includes("call") ? [] : (["do_not_phone_home"] as const)),
    ...(reach.seen === "yes" ? (["phone_is_read"] as const) : []),
  ];
  const detail = [
    reach.ways.join(", "),
    reach.phone,
    reach.email === null
      ? null
      : reach.chosen.includes("email")
        ? reach.email
        : `Do not write to ${reach.email}`,
    reach.place === null ? null : `See them at: ${reach.place}`,
    reach.times === null ? null : `Safe times: ${reach.times}`,
    reach.sayWho === "yes" ? "You may say who you are" : "Do not say who you are",
    reach.seen === undefined
      ? "They did not say whether others see their phone or email: send nothing"
      : null,
    reach.message === "yes" && reach.seen === "no" ? "You may leave a message" : "Leave no message",
    reach.word === null ? null : `Safe word: ${reach.word}`,
  ];
  const needs = [...(access?.needs ?? []), access?.detail ?? null].filter((need) => need !== null);
  return {
    risks,
    ...(onlyAsSaid ? { onlyAsSaid } : {}),
    detail: detail.filter((line) => line !== null).join(". "),
    interpreter: access?.language ?? null,
    communication: needs.length === 0 ? null : needs.join(", "),
  };
}

type Helping = z.output<ReturnType<typeof whoHelps.schema>> | null;

function helpersIn(said: Helping): SubmittedHelper[] {
  if (said === null) return [];
  const found = familyHelpers.flatMap((helper): SubmittedHelper[] => {
    const answer = said[helper];
    if (answer === undefined || answer === "none") return [];
    return [{ name: familyHelperWords[helper], agency: null, contact: null, maySpeak: answer }];
  });
  return said.names === null ? found : [...found, { name: said.names, agency: null, contact: null }];
}
