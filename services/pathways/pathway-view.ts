import type { StaffActor } from "#domain/actor";
import { ageInWords, childName } from "#domain/child-name";
import { clockFace, type ClockFace } from "#domain/clock-face";
import { clockLabels } from "#domain/clock-labels";
import type { ChildParticulars, ContactFacts } from "#domain/contact-facts";
import type { DecisionRecord } from "#domain/decision";
import type { ClockKind, PathwayKind, PathwayState } from "#domain/pathway";
import type { Submission } from "#domain/questions/submission";
import type { Rating } from "#domain/rating";
import { localDate } from "#domain/time-words";
import { calendarOf } from "#domain/working-calendar";
import { contentOf, type DecisionContent } from "../decisions/content.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import type { LoadedClock, LoadedRow } from "./load-rows.ts";
import { complexIn, workerOf, type GivenTo } from "./referral-view.ts";

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
  agreed: "yes" | "no" | "not_asked" | "not_needed";
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
  /** Why the child counts as complex, in words; of a social-work referral alone. */
  complex: string[];
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
    agreed: row.agreedOn !== null ? "yes" : (agreementIn(record) ?? "not_asked"),
    safeContact: facts?.safeContact ?? null,
    calls: row.calls ?? 0,
    team: row.team,
    owner: row.owner === null ? null : { name: row.owner, mine: work.ownerId === actor.id },
    since: work.createdAt,
    closedAt: work.closedAt,
    clock: first ? workClock(unit, first) : null,
    receivingAuthority: row.receivingAuthority,
    worker: workerOf(actor, row.referral),
    complex: work.kind === "social_work_referral" ? complexIn(unit, row, unborn) : [],
    addedAt: row.addedAt === null ? null : new Date(row.addedAt),
  };
}

function wanted(record: DecisionContent["record"] | undefined): string {
  if (record === undefined) return "";
  if ("familyWants" in record) return record.familyWants;
  if ("adviceTo" in record) return record.adviceTo;
  return "questions" in record ? record.questions : "";
}

/** A police notice that ended as information asked nobody. */
const agreementIn = (record: DecisionRecord["record"] | undefined) =>
  record && "agreement" in record && record.agreement !== "" ? record.agreement : null;
