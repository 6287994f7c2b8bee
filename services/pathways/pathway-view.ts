import type { StaffActor } from "#domain/actor";
import { adviceStage, type AdviceStage } from "#domain/advice-stage";
import { ageInWords, childName } from "#domain/child-name";
import { clockFace, type ClockFace } from "#domain/clock-face";
import { clockLabels } from "#domain/clock-labels";
import type { ChildParticulars, ContactFacts } from "#domain/contact-facts";
import type { ClockKind, PathwayKind, PathwayState } from "#domain/pathway";
import type { Submission } from "#domain/questions/submission";
import type { Rating } from "#domain/rating";
import { localDate } from "#domain/time-words";
import { calendarOf } from "#domain/working-calendar";
import { contentOf, type DecisionContent } from "../decisions/content.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { agreedIn, wanted, type Agreed } from "./family-words.ts";
import type { LoadedClock, LoadedRow } from "./load-rows.ts";
import { assessedIn, complexIn, workerOf, type Assessed, type GivenTo } from "./referral-view.ts";

export type WorkClock = { kind: ClockKind; label: string; face: ClockFace };

/** One piece of work as a line of a board shows it. */
export type WorkRow = {
  id: string;
  version: number;
  kind: PathwayKind;
  state: PathwayState;
  reference: string;
  rating: Rating | null;
  child: { name: string; age: string };
  /** The decision's one sentence. */
  reason: string;
  /** What the family asks for, in the decision's words; "" where the outcome does not ask. */
  wants: string;
  /** Whether the family agreed, as far as anybody wrote down. */
  agreed: Agreed;
  /** By when a family that was not asked yet is asked; an ISO date. */
  askBy: string | null;
  stage: AdviceStage;
  safeContact: Submission["safeContact"];
  calls: number;
  team: string | null;
  owner: { name: string; mine: boolean } | null;
  since: Date;
  closedAt: Date | null;
  /** The running clock that is due first. */
  clock: WorkClock | null;
  receivingAuthority: string | null;
  /** Whom a social-work team gave the child to; null until it has, and for other work. */
  worker: GivenTo | null;
  /** How the assessment of a social-work referral ended; null until it has. */
  assessed: Assessed | null;
  /** Why the child counts as complex, in words; of a social-work referral alone. */
  complex: string[];
  steppedUpAt: Date | null;
  /** When somebody asks whether the help began that was handed over; null when nobody has to. */
  startCheckDueAt: Date | null;
  /** When something was last added to what this is about. */
  addedAt: Date | null;
};

/** A running clock in words. */
export function workClock(unit: Unit, clock: LoadedClock): WorkClock {
  const { label, elapsed } = clockLabels[clock.kind];
  const calendar = elapsed ? null : calendarOf(unit.context.settings);
  return { kind: clock.kind, label, face: clockFace(clock, unit.now, calendar) };
}

/** Opens one row. The key is the contact's; without it (erased) the work still shows, without words. */
export function workRow(
  unit: Unit,
  actor: StaffActor,
  row: LoadedRow,
  key: Buffer | undefined,
  clocks: readonly LoadedClock[],
): WorkRow {
  const { work, child, contact } = row;
  const sealedChild = { table: "contact_child", row: child.id, column: "particulars" };
  const particulars = key && open<ChildParticulars>(key, sealedChild, child.particulars);
  const facts =
    key && open<ContactFacts>(key, { table: "contact", row: work.contactId, column: "facts" }, contact.facts);
  const record =
    key && open<DecisionContent>(key, contentOf("decision", row.decision.id), row.decision.content).record;
  const unborn = particulars?.birth.kind === "unborn";
  const agreedOn = row.caf?.familyAgreedOn ?? null;
  const first = clocks.find(({ pathwayId }) => pathwayId === work.id);
  return {
    id: work.id,
    version: work.version,
    kind: work.kind,
    state: work.state,
    reference: contact.reference,
    rating: contact.rating,
    child: {
      name: childName({ ...child, description: particulars?.description ?? null, unborn }),
      age: ageInWords({ ...child, unborn }, localDate(unit.now)),
    },
    reason: record?.reason ?? "",
    wants: wanted(record),
    agreed: agreedIn(row, record),
    askBy: row.caf?.familyAskedBy ?? null,
    stage: adviceStage({
      ...{ kind: work.kind, state: work.state, agreed: agreedOn !== null },
      leadAccepted: row.caf?.leadAcceptedAt != null,
    }),
    safeContact: facts?.safeContact ?? null,
    calls: row.calls,
    team: row.team,
    owner: row.owner === null ? null : { name: row.owner, mine: work.ownerId === actor.id },
    since: work.createdAt,
    closedAt: work.closedAt,
    clock: first ? workClock(unit, first) : null,
    receivingAuthority: row.receivingAuthority,
    assessed: assessedIn(row.referral),
    worker: workerOf(actor, row.referral),
    complex: work.kind === "social_work_referral" ? complexIn(unit, row, unborn) : [],
    steppedUpAt: work.steppedUpAt,
    startCheckDueAt: work.state === "closed" ? (row.caf?.startCheckDueAt ?? null) : null,
    addedAt: row.addedAt === null ? null : new Date(row.addedAt),
  };
}
