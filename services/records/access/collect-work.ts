import type { Sealed } from "#db/columns";
import { linesOf, type Omission } from "#domain/access";
import { open } from "../../sealing/seal.ts";
import type { Unit } from "../../unit-of-work.ts";
import type { Around, Collected } from "./around.ts";
import { loadWork } from "./load-work.ts";

type Piece = { title: string; column?: string; omission?: Omission };

/** What each kind of thing that was written is called, and why it is left out where it always is. */
const pieces = {
  addition: { title: "What was added after it was sent" },
  rating: { title: "How urgent it was, and why", column: "reason" },
  note: { title: "A note", column: "body" },
  enquiry: { title: "Further enquiries" },
  recommendation: { title: "What was recommended" },
  decision: { title: "What was decided, and why" },
  pathway_entry: { title: "What was done" },
  section47: { title: "What the strategy discussion found", omission: "agency" },
  feedback: { title: "What whoever contacted us was told", omission: "referrer" },
  agency_request: { title: "What another organisation was asked", omission: "agency" },
  agency_reply: { title: "What another organisation answered", omission: "agency" },
  agency_question: { title: "What another organisation asked back", omission: "agency" },
  strategy_information: { title: "What another organisation told a discussion", omission: "agency" },
  strategy_action: { title: "An action of a strategy discussion", omission: "agency" },
} as const satisfies Record<string, Piece>;

/** What was written about a contact by the hub and by those after it, each piece by itself, the oldest first. */
export async function collectWork(unit: Unit, about: Around): Promise<Collected[]> {
  const found = await loadWork(unit, about.contactId);
  const childOf = new Map(found.works.map((work) => [work.id, work.contactChildId]));
  const decidedAt = new Map(found.decided.map((row) => [row.id, row.decidedAt]));
  const piece = (table: keyof typeof pieces, id: string, at: Date, value: Sealed, childId?: string) =>
    itemOf({ table, id, at, value, childId, ...pieces[table] }, about);
  const toldBack = (id: string, at: Date, value: Sealed) =>
    itemOf(
      {
        ...{ table: "agency_question", column: "answer", id, at, value, childId: undefined },
        ...{ title: "What another organisation was told", omission: "agency" },
      },
      about,
    );
  const items = [
    ...found.additions.map((row) => piece("addition", row.id, row.at, row.content)),
    ...found.ratings.map((row) => piece("rating", row.id, row.ratedAt, row.reason)),
    ...found.notes.map((row) => piece("note", row.id, row.at, row.body)),
    ...found.enquiries.map((row) => piece("enquiry", row.id, row.openedAt, row.content)),
    ...found.recommended.map((row) =>
      piece("recommendation", row.id, row.recommendedAt, row.content, row.contactChildId),
    ),
    ...found.decided.map((row) => piece("decision", row.id, row.decidedAt, row.content, row.contactChildId)),
    ...found.entries.map((row) =>
      piece("pathway_entry", row.id, row.at, row.content, childOf.get(row.pathwayId)),
    ),
    ...found.findings.map((row) =>
      piece("section47", row.id, row.decidedAt, row.content, childOf.get(row.pathwayId)),
    ),
    // It waits before it is told; it was written with its decision.
    ...found.told.map((row) =>
      piece("feedback", row.id, decidedAt.get(row.decisionId) ?? row.availableAt, row.content),
    ),
    ...found.requests.map((row) => piece("agency_request", row.id, row.askedAt, row.content)),
    ...found.replies.map((row) => piece("agency_reply", row.id, row.repliedAt, row.content)),
    ...found.askedBack.flatMap(({ id, askedAt, content, answer, answeredAt }) => [
      piece("agency_question", id, askedAt, content),
      ...(answer === null || answeredAt === null ? [] : [toldBack(id, answeredAt, answer)]),
    ]),
    ...found.information.map((row) => piece("strategy_information", row.id, row.at, row.content)),
    ...found.actions.map((row) => piece("strategy_action", row.id, row.createdAt, row.content)),
  ];
  return items.sort((a, b) => a.at.getTime() - b.at.getTime());
}

type Written = Piece & { table: string; id: string; at: Date; value: Sealed; childId: string | undefined };

function itemOf(written: Written, about: Around): Collected {
  const { table, id, at, title, value, childId, omission, column = "content" } = written;
  const record = open<unknown>(about.key, { table, row: id, column }, value);
  const ofAnother = childId !== undefined && !about.selves.has(childId) ? "third-party" : null;
  const lines = linesOf(record).filter(({ label }) => !internal.has(label));
  return {
    ...{
      id: column === "answer" ? `${table}-answer:${id}` : `${table}:${id}`,
      title,
      when: about.dayOf(at),
      at,
    },
    omission: omission ?? about.ofOthers ?? ofAnother,
    lines: lines.map(({ label, text }) => ({ label, text: about.without.others(text) })),
  };
}

/** Fields that are no words about anybody. */
const internal = new Set(["Form hash", "Discussion id", "See for"]);
