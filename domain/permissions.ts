import type { Actor, Role, StaffActor } from "./actor.ts";

export const permissionVerbs = [
  "see-triage",
  "search",
  "read-contact",
  "see-referrer",
  "see-address",
  "rate",
  "hold",
  "take-over",
  "add-note",
  "link-match",
  "ask-agencies",
  "recommend",
  "decide",
  "countersign",
  "see-advice",
  "work-advice",
  "see-social-work",
  "accept-referral",
  "work-referral",
  "see-strategy",
  "chair-strategy",
  "reply-strategy",
  "read-audit",
  "see-lookers",
  "review-looking",
  "administer",
  "confirm-address",
  "see-duty",
  "break-glass",
  "review-break-glass",
  "see-restricted",
  "restrict",
  "lift-restriction",
  "open-lado",
  "see-lado",
  "see-request",
  "reply-request",
  "send-notices",
  "keep-records",
  "confirm-records",
  "see-figures",
  "see-caf-figures",
  "record-caf-starts",
  "take-calls",
  "look-again",
  "see-alerts",
  "see-outcomes",
] as const;
export type PermissionVerb = (typeof permissionVerbs)[number];

/** How the person stands to what is asked for. What is left out does not apply to it. */
export type Subject = {
  /** Who holds the contact on a live lease; null when nobody does. */
  holderId?: string | null;
  /** The team that the pathway was routed to. */
  teamId?: string | null;
  /** Who accepted the pathway. */
  ownerId?: string | null;
  /** Whom the team gave the child to. */
  workerId?: string | null;
  /** Who recorded or sent it from inside, such as a call taker. */
  recordedById?: string | null;
  recommendedById?: string | null;
  decidedById?: string | null;
  invitedOrganisationIds?: readonly string[];
  /** Whom an agency request was sent to. */
  askedOrganisationIds?: readonly string[];
  /** Organisations that must not learn of this, because the worry is about somebody who works there. */
  bypassedOrganisationIds?: readonly string[];
  /** Only cleared people may know that it exists. */
  restricted?: boolean;
  clearedStaffIds?: readonly string[];
  /** Staff who must not know of it whatever they are: it names them or their family, or is a worry about them. */
  barredStaffIds?: readonly string[];
  /** Who began what needs a second person: they cannot be both. */
  begunById?: string | null;
  /** The hub is closed, when somebody alone may have to act. */
  outOfHours?: boolean;
};

const hub: readonly Role[] = ["screener", "manager", "out_of_hours", "on_call_manager"];
const managers: readonly Role[] = ["manager", "on_call_manager"];

type Rule = {
  /** Enough by themselves. */
  roles: readonly Role[];
  /** Roles that need more than the role: how they stand to the subject. */
  related?: (actor: StaffActor, subject: Subject, has: (...roles: readonly Role[]) => boolean) => boolean;
  /** It is the way in to what does not exist for somebody yet. */
  despiteRestriction?: true;
  /** What takes it away even from those. */
  never?: (actor: StaffActor, subject: Subject) => boolean;
};

const holds = (actor: StaffActor, subject: Subject) => subject.holderId === actor.id;
const ofTeam = (actor: StaffActor, subject: Subject) =>
  actor.teamId !== null && subject.teamId === actor.teamId;
/** A list has no team yet: the service then returns the person's own team's rows alone. */
const ofTeamOrList = (actor: StaffActor, subject: Subject) =>
  subject.teamId === undefined || ofTeam(actor, subject);
const invited = (actor: StaffActor, subject: Subject) =>
  (subject.invitedOrganisationIds ?? []).includes(actor.organisationId);
const asked = (actor: StaffActor, subject: Subject) =>
  (subject.askedOrganisationIds ?? []).includes(actor.organisationId);
/** A list has no worker yet: the service then returns what the person was given alone. */
const givenThemOrList = (actor: StaffActor, subject: Subject) =>
  subject.workerId === undefined || subject.workerId === actor.id;
const begunByThem = (actor: StaffActor, subject: Subject) => subject.begunById === actor.id;

const rules: Record<PermissionVerb, Rule> = {
  "see-triage": { roles: hub },
  search: { roles: hub },
  "take-calls": { roles: [...hub, "call_taker"] },
  "read-contact": {
    roles: [...hub, "auditor"],
    related: (actor, subject, has) =>
      (has("call_taker") && subject.recordedById === actor.id) ||
      (has("advice", "social_work_manager") && ofTeam(actor, subject)) ||
      (has("social_worker") && subject.workerId === actor.id) ||
      (has("strategy_chair", "social_work_manager", "advice") && subject.ownerId === actor.id),
  },
  // The referrer's own room: kept from everybody who does not have to ring them back.
  "see-referrer": { roles: hub },
  // Where a family hides, for those who decide whether to go there and those who then go.
  "see-address": {
    roles: hub,
    related: (actor, subject, has) =>
      (has("social_work_manager") && ofTeam(actor, subject)) ||
      (has("social_worker") && subject.workerId === actor.id),
  },
  rate: { roles: managers, related: (actor, subject, has) => has(...hub) && holds(actor, subject) },
  hold: { roles: hub, never: (actor, subject) => heldByAnother(actor, subject) },
  "take-over": { roles: managers },
  "add-note": { roles: managers, related: (actor, subject, has) => has(...hub) && holds(actor, subject) },
  "link-match": {
    roles: managers,
    related: (actor, subject, has) => has(...hub) && holds(actor, subject),
  },
  "ask-agencies": {
    roles: managers,
    related: (actor, subject, has) => has(...hub) && holds(actor, subject),
  },
  recommend: { roles: [], related: (actor, subject, has) => has(...hub) && holds(actor, subject) },
  // Which outcome each of them may sign is signing.ts; this is who can come to the page at all.
  decide: {
    roles: [...managers, "screener", "advice", "out_of_hours"],
    never: (actor, subject) =>
      subject.recommendedById === actor.id &&
      !(
        subject.outOfHours === true &&
        actor.roles.some((role) => [...managers, "out_of_hours"].includes(role))
      ),
  },
  countersign: { roles: ["manager"], never: (actor, subject) => subject.decidedById === actor.id },
  "see-advice": {
    roles: managers,
    related: (actor, subject, has) => has("advice") && ofTeamOrList(actor, subject),
  },
  "work-advice": {
    roles: ["manager"],
    related: (actor, subject, has) => has("advice") && ofTeamOrList(actor, subject),
  },
  "see-social-work": {
    roles: [...managers, "service_manager"],
    related: (actor, subject, has) =>
      (has("social_work_manager") && ofTeamOrList(actor, subject)) ||
      (has("social_worker") && givenThemOrList(actor, subject)),
  },
  // Acceptance is by the receiving team: the hub cannot accept for it.
  "accept-referral": {
    roles: [],
    related: (actor, subject, has) => has("social_work_manager") && ofTeam(actor, subject),
  },
  // What is written about the assessment: by whoever has the child, and by the managers above.
  "work-referral": {
    roles: ["service_manager"],
    related: (actor, subject, has) =>
      (has("social_work_manager") && ofTeam(actor, subject)) ||
      (has("social_worker") && subject.workerId === actor.id),
  },
  "see-strategy": {
    roles: [...managers, "out_of_hours", "strategy_chair", "auditor"],
    related: (actor, subject, has) =>
      (has("partner") && invited(actor, subject)) ||
      (has("social_work_manager") && ofTeamOrList(actor, subject)),
  },
  "chair-strategy": {
    roles: [...managers, "strategy_chair"],
    related: (actor, subject, has) => has("social_work_manager") && ofTeam(actor, subject),
  },
  "reply-strategy": {
    roles: [],
    related: (actor, subject, has) => has("partner") && invited(actor, subject),
  },
  "read-audit": { roles: ["auditor", "records_officer"] },
  "see-lookers": { roles: [...managers, "auditor", "records_officer"] },
  "review-looking": { roles: ["records_officer"] },
  administer: { roles: ["administrator"] },
  // Two people: one proposes where notices go, another one confirms it.
  "confirm-address": { roles: ["administrator"], never: begunByThem },
  // How many of what, and nobody among them.
  "see-caf-figures": { roles: ["advice", "manager", "analyst", "auditor"] },
  "record-caf-starts": { roles: ["advice", "manager"] },
  "see-figures": { roles: ["analyst", "administrator"] },
  "see-duty": { roles: ["manager", "on_call_manager", "out_of_hours", "administrator"] },
  "break-glass": { roles: hub, despiteRestriction: true },
  // Whoever opened it cannot be the one who says that it was right.
  "review-break-glass": { roles: ["records_officer"], never: begunByThem },
  "see-restricted": { roles: [...managers, "records_officer"] },
  restrict: { roles: [...managers, "records_officer"] },
  // Two people: one asks for it, another one does it.
  "lift-restriction": { roles: [...managers, "records_officer"], never: begunByThem },
  // Batches of notices, for somebody of a police force and theirs alone.
  "send-notices": {
    roles: [],
    related: (actor, _, has) => has("partner") && actor.organisationKind === "police",
  },
  // Holds, retention, erasure and what is given to somebody about themselves.
  "keep-records": { roles: ["records_officer"] },
  "confirm-records": { roles: ["records_officer"], never: begunByThem },
  "open-lado": { roles: [...managers, "out_of_hours"] },
  // Nobody but the designated officer, not even who opened it: what is told to them is theirs.
  "see-lado": { roles: ["lado"] },
  // What agencies said is for the hub, for whoever checks it, and for those who have the work that came of it.
  "see-request": {
    roles: [...hub, "auditor"],
    related: (actor, subject, has) =>
      (has("partner") && asked(actor, subject)) ||
      (has("advice", "social_work_manager") && ofTeam(actor, subject)) ||
      (has("social_worker") && subject.workerId === actor.id) ||
      (has("strategy_chair", "social_work_manager", "advice") && subject.ownerId === actor.id),
  },
  // How often a page stops people, and nobody among them.
  "see-alerts": { roles: ["manager", "auditor", "analyst"] },
  "see-outcomes": { roles: ["manager", "auditor", "analyst"] },
  // Blind: whoever decided or recommended knows already.
  "look-again": {
    roles: ["auditor"],
    never: (actor, subject) => subject.decidedById === actor.id || subject.recommendedById === actor.id,
  },
  "reply-request": { roles: [], related: (actor, subject, has) => has("partner") && asked(actor, subject) },
};

function heldByAnother(actor: StaffActor, subject: Subject): boolean {
  return subject.holderId !== undefined && subject.holderId !== null && subject.holderId !== actor.id;
}

/** Who may even know that a subject exists, before any role counts. */
function mayKnowOf(actor: StaffActor, subject: Subject, despiteRestriction: boolean): boolean {
  if ((subject.barredStaffIds ?? []).includes(actor.id)) return false;
  if (
    subject.restricted === true &&
    !despiteRestriction &&
    !(subject.clearedStaffIds ?? []).includes(actor.id)
  )
    return false;
  // A bypass keeps partners out; the hub itself has restricted records for worries about its own people.
  return (
    actor.organisationKind === "council" ||
    !(subject.bypassedOrganisationIds ?? []).includes(actor.organisationId)
  );
}

/**
 * Whether somebody may do this to that. A service asks it about the record that it has just loaded and answers "not
 * found" when it says no. The process itself (worker, sweep, loader) acts on what somebody was allowed to do before.
 */
export function may(actor: Actor, verb: PermissionVerb, subject: Subject = {}): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "public") return false;
  const { roles, related, never, despiteRestriction = false } = rules[verb];
  if (!mayKnowOf(actor, subject, despiteRestriction)) return false;
  if (never?.(actor, subject) === true) return false;
  const has = (...wanted: readonly Role[]) => actor.roles.some((role) => wanted.includes(role));
  return has(...roles) || related?.(actor, subject, has) === true;
}
