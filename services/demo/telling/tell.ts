import { Temporal } from "temporal-polyfill";
import type { NextEvent, Submission } from "#domain/questions/submission";
import type { Household, HouseholdChild } from "../family/household.ts";
import type { Random } from "../random.ts";
import type { Sender } from "../senders/sender.ts";
import type { Story } from "../stories/story.ts";
import { fillIn } from "./account.ts";
import { asAsked } from "./as-asked.ts";
import { describeAdult, describeChild } from "./people.ts";

export type Told = {
  household: Household;
  sender: Sender;
  story: Story;
  /** Whom the story is about. */
  child: HouseholdChild;
  at: Date;
  /** The sender stopped early and adds the rest later. */
  partial?: boolean;
  /** Every living child of the home is a subject too. */
  everyChild?: boolean;
};

/** What somebody sends about a family: the same draws give the same contact. */
export function tell(random: Random, told: Told): Submission {
  const { household, sender, story, child, at, partial = false } = told;
  const teller = { random, household, sender, story };
  const say = (text: string | undefined) =>
    text === undefined ? null : fillIn(text, { household, child, sender });
  const others = household.children.filter((one) => one !== child);
  const siblings = told.everyChild ?? random.chance(0.3);
  const short = partial || sender.knows < 0.5;
  const submission: Omit<Submission, "snapshot"> = {
    audience: sender.audience,
    language: "en",
    danger: story.danger ?? "no",
    called999: story.danger === "yes" ? "called" : null,
    nextEvent: story.next === undefined ? null : nextEvent(story.next, say, at),
    childNow:
      { school: "At school", nursery: "At nursery", hospital: "In hospital" }[sender.kind as string] ?? null,
    children: [
      describeChild(teller, child, "subject"),
      ...others.map((other) => describeChild(teller, other, siblings ? "subject" : "household")),
    ],
    adults: partial ? [] : household.adults.map((adult) => describeAdult(teller, adult)),
    householdKnown: !partial && sender.knows >= 0.5,
    address:
      sender.knows < 0.2 && random.chance(0.3)
        ? { lines: household.home.lines.slice(-2), postcode: null }
        : { lines: household.home.lines, postcode: household.home.postcode },
    seenAt: null,
    otherPlaces: null,
    worries: story.worries,
    otherWorry: null,
    positionOfTrust: story.worries.includes("position_of_trust"),
    whatHappened: say(story.text) ?? "",
    effect: short ? null : say(story.effect),
    goingWell: short ? null : say(story.goingWell),
    alreadyTried: short ? null : say(story.tried),
    parents: partial ? null : parentsOf(story),
    safeContact:
      short || story.risks === undefined
        ? null
        : { risks: story.risks, detail: null, interpreter: null, communication: null },
    helpers: [],
    referrer: {
      name: sender.name,
      job: sender.job,
      organisation: sender.organisation,
      sourceCode: sender.sourceCode,
      email: sender.email,
      phone: sender.phone,
      reachable: sender.reachable,
    },
    partial,
  };
  return { ...submission, snapshot: asAsked(submission) };
}

function parentsOf({ untold }: Story): NonNullable<Submission["parents"]> {
  const known = { untoldDetail: null, childTold: null, childSaid: null };
  return untold === undefined
    ? {
        ...known,
        told: "yes",
        said: "They know that we are in touch.",
        agreeToSupport: "yes",
        untoldReasons: [],
      }
    : { ...known, told: "no", said: null, agreeToSupport: null, untoldReasons: [untold] };
}

function nextEvent(
  next: NonNullable<Story["next"]>,
  say: (text: string) => string | null,
  sentAt: Date,
): NextEvent {
  const day = Temporal.Instant.fromEpochMilliseconds(sentAt.getTime()).toZonedDateTimeISO("Europe/London");
  const clock = /^(\d{1,2})(?::(\d{2}))?pm$/.exec(next.time ?? "");
  const at = clock && day.withPlainTime({ hour: Number(clock[1]) + 12, minute: Number(clock[2] ?? 0) });
  return {
    at: at === null ? null : new Date(at.epochMilliseconds).toISOString(),
    kind: next.kind,
    time: next.time,
    detail: say(next.detail),
  };
}
