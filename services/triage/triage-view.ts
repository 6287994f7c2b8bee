import type { StaffActor } from "#domain/actor";
import { clockFace, type ClockFace } from "#domain/clock-face";
import type { ChildParticulars, ContactFacts } from "#domain/contact-facts";
import { factChips, type FactChip } from "#domain/fact-chips";
import { keptWords } from "#domain/family-kept";
import { explainPosition } from "#domain/queue-order";
import type { Rating } from "#domain/rating";
import { localDate, nearDayAndTime } from "#domain/time-words";
import type { WorkingCalendar } from "#domain/working-calendar";
import { gatherBy } from "../contacts/running-clocks.ts";
import type { Context } from "../context.ts";
import { open } from "../sealing/seal.ts";
import { childOf } from "./child-of-row.ts";
import { moreOf } from "./more-of-row.ts";
import type { TriageSqlRow } from "./triage-rows.ts";

export type TriageRow = {
  reference: string;
  rating: Rating | null;
  child: { name: string; age: string };
  otherChildren: number;
  /** Contacts of its bundle that are in the queue, itself among them. */
  together: number;
  decide: ClockFace;
  /** Null once it is rated. */
  rate: ClockFace | null;
  /** When what its colour asks for should be gathered; null for Blue, before it is rated and where nothing is left to screen. */
  gather: ClockFace | null;
  chips: readonly FactChip[];
  /** Earlier contacts about a child of this one, in twelve months. */
  earlier: number;
  /** When the last contact came that is newer than this one and may be about the same children. */
  newer: string | null;
  /** The last hold. A lapsed one is nobody's, but its holder may have left notes. */
  holder: { name: string; since: Date; mine: boolean; live: boolean; leftNotes: boolean } | null;
  /** Sent early: more may follow. */
  partial: boolean;
  /** answer: a manager sent it back with a question. decision: nothing is left to screen. */
  waitsFor: "screening" | "answer" | "decision";
  /** Photos and papers that came with it. */
  files: number;
  /** What a row keeps for whoever opens it: who sent it, the school, the postcode district. */
  more: readonly { label: string; text: string }[];
  /** Why it stands where it stands, as a sentence. */
  because: string;
};

type Viewer = { actor: StaffActor; now: Date; calendar: WorkingCalendar; context: Pick<Context, "settings"> };

/**
 * What a row of the queue shows. Without its data key (erased) a contact still stands in the queue by its clocks.
 * Raw statements give times as text, which Date reads as the driver's own columns do.
 */
export function triageRow(row: TriageSqlRow, key: Buffer | undefined, viewer: Viewer): TriageRow {
  const { now, calendar } = viewer;
  const receivedAt = new Date(row.received_at);
  const decideBy = new Date(row.decide_by);
  const rateBy = new Date(row.rate_by);
  const facts = key && open<ContactFacts>(key, { table: "contact", row: row.id, column: "facts" }, row.facts);
  const place = { table: "contact_child", row: row.child_id ?? "", column: "particulars" };
  const said = key && row.particulars ? open<ChildParticulars>(key, place, row.particulars) : null;
  return {
    reference: row.reference,
    rating: row.rating,
    child: childOf(row, said, localDate(now)),
    otherChildren: Math.max(0, row.children - 1),
    together: row.together,
    decide: clockFace({ startedAt: receivedAt, dueAt: decideBy }, now, calendar),
    rate:
      row.rating === null
        ? clockFace({ startedAt: receivedAt, dueAt: rateBy }, now, row.rate_elapsed ? null : calendar)
        : null,
    gather: row.to_screen
      ? gatherBy(viewer, {
          rating: row.rating,
          ratedAt: row.rated_at === null ? null : new Date(row.rated_at),
        })
      : null,
    chips: facts ? factChips(row, facts) : [],
    earlier: row.earlier,
    newer: row.newer_at === null ? null : nearDayAndTime(new Date(row.newer_at), now),
    holder: holderOf(row, viewer.actor),
    partial: row.partial,
    files: row.files,
    more: facts ? moreOf(row, { facts, school: said?.school ?? null }) : [],
    waitsFor: !row.to_screen ? "decision" : row.sent_back ? "answer" : "screening",
    because: [
      explainPosition(
        {
          id: row.id,
          bundleId: null,
          rating: row.rating,
          danger: row.danger,
          senderUnder18: row.audience === "young_person",
          nextEventAt: row.next_event_at === null ? null : new Date(row.next_event_at),
          receivedAt,
          rateBy,
          decideBy,
        },
        now,
        calendar,
      ),
      ...(row.kept_for === null
        ? []
        : [keptWords(row.kept_for, receivedAt, viewer.context.settings.familyKeptMinutes)]),
    ].join(" "),
  };
}

function holderOf(row: TriageSqlRow, actor: StaffActor): TriageRow["holder"] {
  if (row.holder_id === null || row.taken_at === null) return null;
  return {
    name: row.holder_name ?? "Somebody",
    since: new Date(row.taken_at),
    mine: row.holder_id === actor.id,
    live: row.held,
    leftNotes: row.has_notes,
  };
}
