import type { Audience, DangerAnswer, Language, Sex, Standing } from "../intake.ts";
import type { CalledAnswer } from "./danger.ts";
import type { AgreementAnswer, ToldAnswer, UntoldReason } from "./parents.ts";
import type { SnapshotEntry } from "./question.ts";
import type { NextEventKind } from "./soon.ts";
import type { SafetyRisk } from "./safety.ts";
import type { SourceCode } from "./you.ts";
import type { Worry } from "./worries.ts";

/** What is known about when somebody was or will be born. Dates are ISO calendar dates. */
export type Birth =
  | { kind: "born"; date: string }
  /** `years` is null when the words hold no plain number ("looks about primary-school age"). */
  | { kind: "about"; years: number | null; words: string }
  | { kind: "unborn"; dueDate: string | null }
  | { kind: "not_known" };

/** Facts the department reports on, as the person described them; null is "not known" or not asked. */
export type ChildFacts = {
  /** Census codes. */
  ethnicity: string | null;
  disabilities: readonly string[] | null;
  firstLanguage: string | null;
  specialNeeds: string | null;
};

export type SubmittedChild = {
  /** At least one of firstName, lastName, description is there. */
  firstName: string | null;
  lastName: string | null;
  knownAs: string | null;
  /** Used when the sender does not know a name. */
  description: string | null;
  birth: Birth;
  /** U for not known and for an unborn child. */
  sex: Sex;
  /** Ten digits that pass the check digit, or null. */
  nhsNumber: string | null;
  /** Upper case, no spaces. */
  upn: string | null;
  school: string | null;
  /** "subject" from the child pages; "household" for somebody under 18 among the family. */
  standing: Extract<Standing, "subject" | "household">;
  /** For "household": what the sender said about this person. */
  relationship: string | null;
  livesWithChild: "yes" | "no" | "not_known" | null;
  mayBeRisk: boolean;
  facts: ChildFacts | null;
};

export type SubmittedAdult = {
  name: string;
  relationship: string | null;
  birth: Birth;
  livesWithChild: "yes" | "no" | "not_known";
  parentalResponsibility: "yes" | "no" | "not_known";
  mayBeRisk: boolean;
};

export type SubmittedHelper = {
  name: string;
  agency: string | null;
  contact: string | null;
  /** Whether the family agrees that we speak to them; missing where it was not asked. */
  maySpeak?: "yes" | "no";
};

/** Something with a time to it in the next hours, as the sender put it. */
export type NextEvent = {
  /** UTC instant in ISO form, or null when what was typed is no clock time. */
  at: string | null;
  kind: NextEventKind;
  /** The time as typed. */
  time: string | null;
  detail: string | null;
};

export type SubmittedAddress = {
  /** As typed, one line each. Empty when only a postcode is known. */
  lines: readonly string[];
  /** "SW1A 1AA": upper case with one space; null when none or when it does not look like a postcode. */
  postcode: string | null;
};

/** The referrer's own details; kept in the referrer's room only. */
export type SubmittedReferrer = {
  /** Null for somebody who did not want to say. */
  name: string | null;
  job: string | null;
  organisation: string | null;
  /** Census referral source. */
  sourceCode: SourceCode;
  email: string | null;
  phone: string | null;
  reachable: string | null;
};

/** One page as asked: what the sender saw, in which wording, and what they answered. */
export type SnapshotPage = {
  readonly questionId: string;
  /** Counted up whenever the words of the question change. */
  readonly wordingVersion: number;
  readonly title: string;
  /** Which entry of a question that repeats. */
  readonly item: number | null;
  readonly entries: readonly SnapshotEntry[];
  /**
   * What they read, where that was not English: the words of the question and of what they chose, never what they wrote,
   * which other places take out of `entries` where it must stay secret.
   */
  readonly asked?: {
    readonly title: string;
    readonly labels: readonly string[];
    /** For each answer in our words that were theirs too; null for one in their own. */
    readonly chosen?: readonly (string | null)[];
  };
};

/** What a sent form means, ready to be kept: everything already parsed, nothing still as typed but free text. */
export type Submission = {
  audience: Audience;
  language: Language;
  danger: DangerAnswer;
  /** What the sender chose on the 999 page; null when they were not shown it or left it. */
  called999: CalledAnswer | null;
  nextEvent: NextEvent | null;
  /** Where the child is at the moment, in the sender's words. */
  childNow: string | null;
  children: readonly SubmittedChild[];
  adults: readonly SubmittedAdult[];
  /** False when the sender said that they do not know who lives there, or skipped the page. */
  householdKnown: boolean;
  address: SubmittedAddress | null;
  /** Where the child was seen, when no address is known. */
  seenAt: string | null;
  otherPlaces: string | null;
  worries: readonly Worry[];
  otherWorry: string | null;
  /** The worry is about somebody who works or volunteers with children. */
  positionOfTrust: boolean;
  whatHappened: string;
  effect: string | null;
  goingWell: string | null;
  alreadyTried: string | null;
  parents: {
    told: ToldAnswer;
    said: string | null;
    agreeToSupport: AgreementAnswer | null;
    untoldReasons: readonly UntoldReason[];
    untoldDetail: string | null;
    childTold: "yes" | "no" | "too_young" | "not_known" | null;
    childSaid: string | null;
  } | null;
  safeContact: {
    risks: readonly SafetyRisk[];
    detail: string | null;
    interpreter: string | null;
    communication: string | null;
    /** Somebody may be feared: no other way and no other time than those named. Missing where it was not asked. */
    onlyAsSaid?: boolean;
  } | null;
  helpers: readonly SubmittedHelper[];
  /** The postcode lies in another council’s area, which is named where we know it; missing where it is ours. */
  outOfArea?: { council: string | null };
  /** They asked that the family is not told who they are; missing where it was not asked. */
  keepSenderSecret?: boolean;
  referrer: SubmittedReferrer;
  snapshot: { contact: readonly SnapshotPage[]; referrer: readonly SnapshotPage[] };
  /** Sent early: pages that the sender had not reached are missing. */
  partial: boolean;
};

/** What one form's answers come to, before what all forms have in common is put beside it. */
export type Told = Omit<
  Submission,
  "audience" | "language" | "danger" | "called999" | "snapshot" | "partial"
>;
