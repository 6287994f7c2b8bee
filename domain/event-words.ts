import { linkWords } from "./beyond-household.ts";
import type { AuditEvent, AuditKind } from "./audit.ts";
import { stageWords } from "./decision-alarms.ts";
import { targetWords, type HandOverEnding } from "./hand-over.ts";
import { outcomeShort } from "./outcome.ts";
import { unownedWords } from "./ownership.ts";
import { messageWords } from "./message-words.ts";
import { strategyEventWords } from "./strategy-event-words.ts";
import type { PathwayKind } from "./pathway.ts";
import { ratingFaces } from "./rating.ts";
import { addressReasonWords } from "./secret-address.ts";
import { openReasonWords } from "./search/open-reasons.ts";
import { referrerReasonWords } from "./referrer-room.ts";
import type { Settings } from "./settings.ts";

/** An event as it was stored: its facts are parsed by the catalogue that wrote them. */
export type StoredEvent = Pick<AuditEvent, "kind" | "facts">;

const channelWords = {
  online: "the online form",
  phone: "phone",
  police: "a police notice",
  api: "a connected system",
  letter: "letter",
};

const pageWords: Record<string, string> = {
  summary: "the summary",
  referral: "the full referral",
  matches: "matches and history",
  timeline: "the timeline",
  notes: "the notes",
  rate: "the rating page",
  restrict: "who of it is restricted",
  lado: "the page for telling the designated officer",
  requests: "what agencies were asked",
  sender: "the page about what passes with the sender",
  records: "how long it is kept, and for whom",
  take: "the taking page",
  recommend: "the recommendation page",
  decide: "the decision page",
  decided: "what was decided",
  referrer: "the page about who sent it",
  address: "the page about where they are",
  conflict: "what somebody else had done meanwhile",
};

const noteWords = {
  note: "Wrote a note",
  call: "Recorded a call",
  correction: "Added a correction",
  kept_text: "Kept their own text as a note",
};

const releaseWords = {
  released: "Put it back in the queue",
  decided: "It left the queue with its decision",
  "signed-out": "Put it back in the queue by signing out",
  "taken-over": "A manager took it over",
  "handed-over": "It went to whoever accepted it",
  // The same as above: once it is the hub's again, nobody learns from it what it was taken for.
  locked: "Put it back in the queue",
};

const offeredTo = { person: "a colleague", ...targetWords };

const handOverWords: Record<HandOverEnding, string> = {
  accepted: "Accepted it",
  declined: "Did not accept it, and said why",
  withdrawn: "Took back that they had offered it",
  overtaken: "Took it before it was accepted",
  taken_over: "Told the one who held it that they took it over",
};

const settledWords = {
  called: "Found that a call came which was expected",
  joined: "Found that a call which was expected is part of a contact",
  no_call: "Found that a call which was expected never came",
};

const replyWords = {
  no_trace: "Answered for their agency: no trace",
  known: "Answered for their agency",
  not_sharing: "Said that their agency does not share what it knows, and why",
  wrong_agency: "Said that another agency has to be asked",
  part: "Answered a part for their agency",
};

const heldWords = {
  next: "Took it as the next contact",
  chosen: "Took it by choice",
  "taken-over": "Took it over",
  "handed-over": "Accepted it when it was handed over",
  bundled: "It went to whoever holds another contact of the household",
};

/** What this authority calls things. */
export type LocalWords = Pick<Settings, "familyCafLabel">;

const pathwayWords: Record<PathwayKind, (local: LocalWords) => string> = {
  advice_episode: () => "advice work",
  caf_redirect: ({ familyCafLabel }) => `${familyCafLabel} redirect`,
  social_work_referral: () => "social-work referral",
  strategy_discussion: () => "strategy discussion",
  transfer: () => "transfer to another authority",
  case_notice: () => "notice to the allocated worker",
};

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** What a kind of event says, from its facts. */
export type Saying<K extends AuditKind> = (
  facts: Extract<AuditEvent, { kind: K }>["facts"],
  local: LocalWords,
) => string;

/** What happened, in words for somebody who reads the contact; nothing that anybody typed is in it. */
const words = {
  "contact.submitted": (facts) =>
    `Arrived by ${channelWords[facts.channel]} about ${count(facts.children, "child", "children")}${facts.partial ? ", sent early" : ""}`,
  "contact.matched": (facts) =>
    `Compared with earlier contacts: ${facts.sure} sure, ${facts.likely} likely, ${facts.possible} possible`,
  "contact.viewed": (facts) => `Read ${pageWords[facts.page] ?? "it"}`,
  "contact.opened": (facts) => `Opened it after a search. Why: ${lower(openReasonWords[facts.because])}`,
  "contact.address-viewed": (facts) =>
    `Opened where they are. Why: ${lower(addressReasonWords[facts.because])}`,
  "contact.referrer-viewed": (facts) =>
    `Opened who sent it. Why: ${lower(referrerReasonWords[facts.because])}`,
  "file.opened": (facts) =>
    facts.checked
      ? "Opened a file that came with it"
      : "Opened a file that came with it, not checked for viruses",
  "contact.rated": (facts) =>
    facts.from === null
      ? `Rated it ${ratingFaces[facts.to].word}`
      : `Changed the rating from ${ratingFaces[facts.from].word} to ${ratingFaces[facts.to].word}`,
  "contact.held": (facts) =>
    `${heldWords[facts.how]}${facts.jumped ? ", ahead of something more pressing" : ""}`,
  "contact.released": (facts) => releaseWords[facts.how],
  "hand-over.offered": ({ target }) => `Offered it to ${offeredTo[target]}`,
  "hand-over.ended": ({ how }) => handOverWords[how],
  "hand-over.alarmed": () => "Nobody had accepted it in time: told whoever answers for that",
  "contact.noted": (facts) => noteWords[facts.noteKind],
  "child.standing-ruled": (facts) =>
    facts.standing === "considered"
      ? "Set a child of the household aside, with a reason"
      : "Said how a child of the household stands in this contact",
  "match.answered": (facts) =>
    facts.answer === "same"
      ? "Said that a child is the same as in an earlier contact"
      : "Said that a child is not the same as in an earlier contact",
  "match.answer-ended": () => "Took back an answer about a match",
  "adult.answered": (facts) =>
    facts.answer === "same"
      ? "Said that an adult is the same as in another contact"
      : "Said that an adult is not the same as in another contact",
  "adult.answer-ended": () => "Took back an answer about an adult",
  "bundle.confirmed": () => "Put it together with another contact of the household",
  "bundle.left": () => "Took it out of the contacts of one household",
  "link.said": ({ link }) => `Said that a child is linked to another: ${lower(linkWords[link])}`,
  "link.ended": ({ link }) => `Took back a link between children: ${lower(linkWords[link])}`,
  "open-case.answered": (facts) =>
    facts.answer === "same"
      ? "Said that a child has an open case"
      : "Said that a child is not the child of an open case",
  "open-case.answer-ended": () => "Took back an answer about an open case",
  "recommendation.made": (facts, local) => `Recommended: ${outcomeShort(facts.outcome, local)}`,
  "recommendation.returned": () => "Sent a recommendation back with a question",
  "decision.made": (facts, local) =>
    `${facts.supersedesId === null ? "Decided" : "Replaced a decision"}: ${outcomeShort(facts.outcome, local)}`,
  "decision.countersigned": () => "Countersigned a decision",
  "pathway.created": (facts, local) => `Opened: ${pathwayWords[facts.kind](local)}`,
  "pathway.accepted": () => "Accepted the work",
  "pathway.returned": () => "Returned the work to the manager",
  "pathway.assigned": () => "Sent the work to a team",
  "pathway.recorded": () => "Recorded something on the work",
  "case-notice.escalated": ({ to }) =>
    to === "service"
      ? "Nobody had acknowledged it: told the service manager"
      : "Nobody had acknowledged it: told the manager of the team",
  "pathway.closed": () => "Closed the work",
  ...strategyEventWords,
  "contact.added-to": ({ danger }) =>
    danger === "no" ? "Added something" : "Added something, and that a child is or may be in danger",
  "sender.claimed": () => "Whoever sent it proved their address afterwards",
  "contact.tracked": () => "Whoever sent it looked what became of it",
  "contact.copied": () => "Whoever sent it took a copy of what they wrote",
  "sender.asked": () => "Asked whoever sent it a question",
  "sender.answered": () => "Whoever sent it answered a question",
  "sender.called": ({ call }) =>
    call === "told"
      ? "Told whoever sent it on the phone what was decided"
      : "Rang whoever sent it back, and they are who they say",
  "agency.asked": () => "Asked an agency what it knows",
  "agency.opened": () => "Opened what their agency was asked",
  "agency.chased": ({ ordinal }) => `Reminded an agency that has not answered${ordinal > 1 ? ", again" : ""}`,
  "agency.asked-back": () => "Asked something back for their agency",
  "agency.told": () => "Answered what an agency asked back",
  "agency.replied": ({ reply, complete }) => replyWords[complete ? reply : "part"],
  "challenge.raised": () => "Whoever sent it does not agree with the decision",
  "challenge.answered": ({ outcome }) =>
    outcome === "stands"
      ? "Answered whoever does not agree: the decision stands"
      : "Answered whoever does not agree: the decision is changed",
  "call.settled": ({ finding }) => settledWords[finding],
  "message.accepted": (facts) => `Emailed ${messageWords[facts.message]}`,
  "message.dropped": (facts) => `Did not email ${messageWords[facts.message]}`,
  "decision.warned": ({ stage }) => `Told whoever has it, or the hub: ${stageWords[stage]}`,
  "clock.alarmed": () => "A deadline passed and an alarm was raised",
  "child.unowned": ({ kind }) => `The hourly look found: ${unownedWords[kind]}`,
} satisfies { [K in AuditKind]?: Saying<K> };

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What somebody read, for an event that is nothing but reading; null for every other. */
export function readWords(event: StoredEvent): string | null {
  if (event.kind !== "contact.viewed") return null;
  return pageWords[(event.facts as { page: string }).page] ?? "it";
}

/** The kinds that change what a recommendation or decision would rest on: a form that is older has to look again. */
export const changingKinds = [
  "contact.added-to",
  "contact.rated",
  "contact.noted",
  "child.standing-ruled",
  "match.answered",
  "match.answer-ended",
  "agency.asked",
  "agency.replied",
  "bundle.confirmed",
  "bundle.left",
  "open-case.answered",
  "open-case.answer-ended",
  "agency.asked-back",
  "recommendation.made",
  "recommendation.returned",
  "decision.made",
] as const satisfies readonly AuditKind[];

/** Null for an event that has nothing to say on a contact's own page. */
export function eventWords(event: StoredEvent, local: LocalWords): string | null {
  const say = (words as Partial<Record<AuditKind, unknown>>)[event.kind] as Saying<AuditKind> | undefined;
  return say === undefined ? null : say(event.facts, local);
}

/** The kinds that have nothing to say on a contact's own page. */
export type UntoldKind = Exclude<AuditKind, keyof typeof words>;

/** The kinds that a timeline shows. */
export const tellingKinds = Object.keys(words) as AuditKind[];
