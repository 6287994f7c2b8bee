import { z } from "zod";
import { accessChoices } from "./access.ts";
import { roles } from "./actor.ts";
import { alertKinds } from "./alerts.ts";
import { replyKinds, requestBases } from "./agency-request.ts";
import { linkKinds } from "./beyond-household.ts";
import { callBackFindings, callBackTopics } from "./call-back.ts";
import { challengeOutcomes } from "./challenge.ts";
import { childStates } from "./contact.ts";
import { alarmStages } from "./decision-alarms.ts";
import { erasureGrounds, keptBecause } from "./erasure.ts";
import { callFindings } from "./expected-call.ts";
import { grounds } from "./grounds.ts";
import { addressOutcomes, directoryActs, directoryKinds } from "./directory.ts";
import { handOverEndings, handOverTargets } from "./hand-over.ts";
import { audiences, channels, dangerAnswers, standings } from "./intake.ts";
import { ladoFindings } from "./lado.ts";
import { droppedBecause, messageKinds } from "./messages.ts";
import { outcomes } from "./outcome.ts";
import { unownedKinds } from "./ownership.ts";
import { clockKinds, closedBecause, pathwayKinds } from "./pathway.ts";
import { entryKinds } from "./pathway-records.ts";
import { ratingCodes } from "./rating.ts";
import { referrerReasons } from "./referrer-room.ts";
import { openReasons } from "./search/open-reasons.ts";
import { addressReasons } from "./secret-address.ts";
import { glassFindings, restrictionKinds } from "./restriction.ts";
import { settingGroups } from "./setting-groups.ts";
import { strategyAudit } from "./strategy-audit.ts";
import { attemptNames, signInRefusals } from "./sign-in.ts";
import { proposalEndings, proposalKinds } from "./two-people.ts";
import { unsentForms } from "./unsent-form.ts";

/** Who gave or took a role: the provider's groups, an administrator here, or the operator's command. */
const roleGivers = ["groups", "administrator", "command"] as const;
const ids = z.array(z.uuid()).max(1_000);
const none = z.strictObject({});
/** Why they could see it; left out in what was recorded before it was kept. */
const because = z.enum(grounds).optional();

/**
 * Every fact that can be audited, with what it records. Ids and codes only: nothing that somebody typed, so that a
 * lawful erasure never has to touch the chain.
 */
export const auditFacts = {
  "contact.submitted": z.strictObject({
    channel: z.enum(channels),
    children: z.int(),
    partial: z.boolean(),
    danger: z.enum(dangerAnswers),
  }),
  /** Somebody with a form was told to call; the subject is the expectation, and nothing tells who it was. */
  "call.expected": z.strictObject({ audience: z.enum(audiences), danger: z.enum(dangerAnswers) }),
  "call.settled": z.strictObject({ finding: z.enum(callFindings) }),
  /** The subject is what was added. */
  "contact.added-to": z.strictObject({ channel: z.enum(channels), danger: z.enum(dangerAnswers) }),
  "contact.matched": z.strictObject({
    sure: z.int(),
    likely: z.int(),
    possible: z.int(),
    capped: z.boolean(),
  }),
  "contact.viewed": z.strictObject({ page: z.string().max(40), because }),
  /** Found by a search and not theirs: why they open it. */
  "contact.opened": z.strictObject({ because: z.enum(openReasons) }),
  "contact.referrer-viewed": z.strictObject({ because: z.enum(referrerReasons) }),
  "contact.address-viewed": z.strictObject({ because: z.enum(addressReasons) }),
  /** The subject is the file; `checked` says that no virus was found in it before. */
  "file.opened": z.strictObject({ checked: z.boolean(), because }),
  "contact.rated": z.strictObject({ from: z.enum(ratingCodes).nullable(), to: z.enum(ratingCodes) }),
  "contact.held": z.strictObject({
    how: z.enum(["next", "chosen", "taken-over", "handed-over", "bundled"]),
    leaseUntil: z.iso.datetime(),
    /** Something more pressing was waiting, and they said why they took this one. */
    jumped: z.boolean(),
  }),
  "contact.released": z.strictObject({
    how: z.enum(["released", "decided", "signed-out", "taken-over", "handed-over", "locked"]),
  }),
  /** The subject is the hand-over; who gave it is the actor, or the service itself for what came at night. */
  "hand-over.offered": z.strictObject({ target: z.enum(handOverTargets), toId: z.uuid().nullable() }),
  "hand-over.ended": z.strictObject({ how: z.enum(handOverEndings) }),
  /** Nobody accepted it in time; whoever answers for it was told. */
  "hand-over.alarmed": z.strictObject({ target: z.enum(handOverTargets) }),
  /** Only cleared staff may know of it from now on. */
  "contact.locked": z.strictObject({ because: z.enum(["is-restricted", "may-match", "not-compared"]) }),
  "contact.unlocked": none,
  /** Who is the subject: they may know of it although they are not cleared. */
  "contact.named": none,
  "contact.name-ended": none,
  "glass.broken": none,
  "glass.reviewed": z.strictObject({ finding: z.enum(glassFindings) }),
  /** The day for it had passed; those who answer for it were told. */
  "glass.unreviewed": none,
  /** About an adult: it stands beside no contact here, or the timeline of that would tell. */
  "lado.opened": none,
  "lado.viewed": none,
  "lado.acknowledged": none,
  "lado.noted": none,
  "lado.closed": z.strictObject({ finding: z.enum(ladoFindings) }),
  /** The time for it had passed; the officers and whoever opened it were told. */
  "lado.untaken": none,
  "person.restricted": z.strictObject({ kind: z.enum(restrictionKinds), contacts: z.int() }),
  "person.lift-asked": none,
  /** Whoever asked took it back, or somebody who could lift it said no. */
  "person.lift-refused": none,
  "person.lifted": z.strictObject({ contacts: z.int() }),
  "contact.noted": z.strictObject({ noteKind: z.enum(["note", "call", "correction", "kept_text"]) }),
  "child.standing-ruled": z.strictObject({ standing: z.enum(standings) }),
  "child.state-changed": z.strictObject({ from: z.enum(childStates), to: z.enum(childStates) }),
  "match.answered": z.strictObject({ answer: z.enum(["same", "not_same"]), otherId: z.uuid() }),
  "match.answer-ended": none,
  /** The subject is the adult of this contact. */
  "adult.answered": z.strictObject({ answer: z.enum(["same", "not_same"]), otherId: z.uuid() }),
  "adult.answer-ended": none,
  /** Contacts of one household were put together, or taken apart; the other one's id. */
  "bundle.confirmed": z.strictObject({ otherId: z.uuid(), because: z.array(z.string().max(40)).max(20) }),
  "bundle.left": none,
  /** The subject is the child, and the other one's is an id. */
  "link.said": z.strictObject({ link: z.enum(linkKinds), otherId: z.uuid() }),
  "link.ended": z.strictObject({ link: z.enum(linkKinds) }),
  /** A whole list of open cases took the place of the last one. */
  "open-cases.replaced": z.strictObject({
    asAt: z.iso.datetime(),
    cases: z.int(),
    opened: z.int(),
    changed: z.int(),
    closed: z.int(),
    refused: z.int(),
  }),
  /** The subject is the child; the case is an id. */
  "open-case.answered": z.strictObject({ answer: z.enum(["same", "not_same"]), caseId: z.uuid() }),
  "open-case.answer-ended": z.strictObject({ caseId: z.uuid() }),
  "recommendation.made": z.strictObject({ outcome: z.enum(outcomes), level: z.int(), childId: z.uuid() }),
  "recommendation.returned": none,
  "decision.made": z.strictObject({
    outcome: z.enum(outcomes),
    level: z.int(),
    childId: z.uuid(),
    supersedesId: z.uuid().nullable(),
  }),
  "decision.countersigned": none,
  /** A page stopped somebody, or they went on without acting on it. */
  "alert.shown": z.strictObject({ alert: z.enum(alertKinds) }),
  "alert.passed": z.strictObject({ alert: z.enum(alertKinds) }),
  /** What somebody would have decided who had not seen what was. */
  "second-look.made": z.strictObject({ outcome: z.enum(outcomes), level: z.int() }),
  "pathway.created": z.strictObject({ kind: z.enum(pathwayKinds), decisionId: z.uuid() }),
  "pathway.accepted": none,
  "pathway.returned": none,
  "pathway.assigned": z.strictObject({ teamId: z.uuid() }),
  "pathway.recorded": z.strictObject({ entry: z.enum(entryKinds) }),
  "pathway.closed": z.strictObject({ because: z.enum(closedBecause) }),
  "case-notice.escalated": z.strictObject({ to: z.enum(["manager", "service"]) }),
  "pathway.viewed": z.strictObject({ because }),
  ...strategyAudit,
  "strategy.viewed": z.strictObject({ because }),
  "list.viewed": z.strictObject({ list: z.string().max(40), resultIds: ids }),
  /** The mail process took the sender's address from their room; nobody saw it. */
  "referrer.addressed": z.strictObject({ message: z.enum(messageKinds) }),
  "message.accepted": z.strictObject({ message: z.enum(messageKinds), attempt: z.int() }),
  "message.dropped": z.strictObject({ message: z.enum(messageKinds), because: z.enum(droppedBecause) }),
  /** Somebody was told how much time a decision has left, or that it is late; the subject is the warning. */
  "decision.warned": z.strictObject({ stage: z.enum(alarmStages) }),
  "clock.alarmed": z.strictObject({ clock: z.enum(clockKinds) }),
  /** The subject is what was found. */
  "child.unowned": z.strictObject({ kind: z.enum(unownedKinds) }),
  /** The subject is the agency. */
  "caf.starts-recorded": z.strictObject({ month: z.string().max(10), count: z.int() }),
  "caf.mentor-offered": none,
  "ownership.checked": z.strictObject({ children: z.int(), works: z.int(), found: z.int() }),
  "session.started": none,
  "session.locked": none,
  "session.renewed": z.strictObject({ why: z.enum(["unlock", "step-up"]) }),
  "session.ended": z.strictObject({
    how: z.enum(["signed-out", "expired", "replaced", "ended-elsewhere", "ended-by-administrator"]),
  }),
  /** A form was posted on a session that may not act; it was kept for the account and not carried out. */
  "form.kept": z.strictObject({ staffId: z.uuid() }),
  "form.restored": none,
  /** They began to type into a form and it is being kept; the subject is what is kept. */
  "form.typed": z.strictObject({ form: z.enum(unsentForms) }),
  /** Nobody knows who it was: the account, where it was one of ours, is the subject. */
  "sign-in.refused": z.strictObject({
    how: z.enum(["password", "app-code", "passkey", "provider", "emailed-code"]),
    why: z.enum(signInRefusals),
  }),
  /** Somebody outside who sends to us; the subject is their row. */
  "sender.code-sent": none,
  "sender.proved": none,
  /** Something that they sent before is on their list now; they looked what became of it. */
  /** The subject is the call. */
  "call.started": none,
  "call.ended": z.strictObject({ as: z.enum(["advice"]) }),
  /** Somebody asked to be called, and what came of it; the subject is the call that is owed. */
  "call-back.asked": z.strictObject({ about: z.enum(callBackTopics), danger: z.enum(dangerAnswers) }),
  "call-back.taken": none,
  "call-back.viewed": none,
  "call-back.settled": z.strictObject({ finding: z.enum(callBackFindings) }),
  "sender.claimed": none,
  "contact.tracked": none,
  "contact.copied": none,
  "sender.asked": none,
  "sender.answered": none,
  "sender.called": z.strictObject({ call: z.enum(["it-is-them", "told"]) }),
  /** The subject is the request to one agency. */
  "agency.asked": z.strictObject({ basis: z.enum(requestBases), dueAt: z.iso.datetime() }),
  "agency.opened": none,
  "agency.replied": z.strictObject({ reply: z.enum(replyKinds), complete: z.boolean() }),
  "agency.viewed": none,
  /** Nobody there had answered: the first reminder, or a later one. */
  "agency.chased": z.strictObject({ ordinal: z.int() }),
  "agency.asked-back": none,
  "agency.told": none,
  "challenge.raised": z.strictObject({ stage: z.int() }),
  "challenge.answered": z.strictObject({ stage: z.int(), outcome: z.enum(challengeOutcomes) }),
  "draft.offered": none,
  "draft.offer-ended": none,
  "draft.handed-over": none,
  /** The first of those that were too many, once in the time for which they are counted: a flood leaves one. */
  "attempts.limited": z.strictObject({ of: z.enum(attemptNames) }),
  "account.invited": z.strictObject({ kind: z.enum(["invitation", "recovery"]) }),
  "account.invitation-withdrawn": none,
  "account.code-sent": none,
  "account.password-set": none,
  /** By themselves, signed in, beside the one they had. */
  "account.password-changed": none,
  "account.factor-added": z.strictObject({ factor: z.enum(["app", "passkey"]) }),
  "account.factors-ended": none,
  "account.set-up": z.strictObject({ kind: z.enum(["invitation", "recovery"]) }),
  "account.linked": none,
  /** Their name or their email address; which, and what it was, is not kept here. */
  "account.details-changed": z.strictObject({ by: z.enum(["provider"]) }),
  "account.new-device": none,
  "account.proved-again": z.strictObject({ how: z.enum(["password", "passkey", "provider"]) }),
  "role.granted": z.strictObject({ role: z.enum(roles), by: z.enum(roleGivers) }),
  "role.revoked": z.strictObject({ role: z.enum(roles), by: z.enum(roleGivers) }),
  /** Somebody's own row, a team's or an organisation's; what was changed, and why, stands in its history. */
  "directory.changed": z.strictObject({ of: z.enum(directoryKinds), act: z.enum(directoryActs) }),
  /** The subject is the proposal. */
  "address.proposed": z.strictObject({ of: z.enum(["organisation", "team"]) }),
  "address.settled": z.strictObject({ outcome: z.enum(addressOutcomes) }),
  /** A file of police notices; the subject is the batch. */
  "police-batch.received": z.strictObject({ rows: z.int() }),
  "police-batch.sent": z.strictObject({ sent: z.int(), repeated: z.int(), left: z.int() }),
  "police-batch.viewed": z.strictObject({ page: z.string().max(40) }),
  /** A key of a partner's system; the subject is the key, and why stands in the history of its organisation. */
  "api-key.made": z.strictObject({ replacing: z.boolean() }),
  "api-key.ended": none,
  /** Where a partner's system is told; the subject is the webhook. */
  "webhook.made": none,
  "webhook.ended": none,
  /** An administrator had an event sent once more; the subject is the event. */
  "webhook.replayed": none,
  /** Data keys that were wrapped anew in one go, with which version of the key outside the database. */
  "keys.rewrapped": z.strictObject({ version: z.int(), keys: z.int() }),
  /** What children are found by, kept anew in one go with which version of the lookup key. */
  "match-keys.kept-anew": z.strictObject({ version: z.int(), children: z.int() }),
  /** The subject is the change; what it says stands in the settings' own versions. */
  "setting.changed": z.strictObject({ group: z.enum(settingGroups) }),
  "proposal.made": z.strictObject({ what: z.enum(proposalKinds) }),
  "proposal.ended": z.strictObject({ what: z.enum(proposalKinds), how: z.enum(proposalEndings) }),
  "legal-hold.placed": z.strictObject({ reviewOn: z.iso.date() }),
  "legal-hold.lifted": none,
  "contact.erased": z.strictObject({ ground: z.enum(erasureGrounds) }),
  "person.erased": none,
  /** A retention run looked at it and left it. */
  "retention.kept": z.strictObject({ because: z.enum(keptBecause) }),
  "retention.ran": z.strictObject({ erased: z.int(), kept: z.int() }),
  /** What would be given to somebody about themselves: looked at, put back, given. */
  "access.prepared": z.strictObject({ leftOut: z.int(), putBack: z.int() }),
  "access.chosen": z.strictObject({
    choice: z.enum([...accessChoices, "default"]),
    item: z.string().max(80),
  }),
  "access.given": z.strictObject({ leftOut: z.int(), putBack: z.int() }),
  "access.denied": z.strictObject({
    /** The page that they were turned away from; null when they asked for what was not there or not theirs. */
    route: z.string().max(80).nullable(),
    why: z.enum(["wrong-role", "not-found", "refused"]),
  }),
} as const satisfies Record<string, z.ZodType>;

export type AuditKind = keyof typeof auditFacts;
export const auditKinds = Object.keys(auditFacts) as [AuditKind, ...AuditKind[]];

/** One fact about who did or saw what. The actor and the moment come from the unit of work. */
export type AuditEvent = {
  [K in AuditKind]: {
    kind: K;
    contactId?: string;
    subjectId?: string;
    facts: z.infer<(typeof auditFacts)[K]>;
  };
}[AuditKind];
