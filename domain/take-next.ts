import { keptFor, type FamilyHolder } from "./family-kept.ts";
import { orderQueue, stepOf, steps, type QueueRow } from "./queue-order.ts";

export type Hold = { holderId: string; holderName: string; leaseUntil: Date; hasNotes: boolean };

export type HeldRow = QueueRow & {
  /** The last hold, live or lapsed; null when it was released or nobody has held it. */
  hold: Hold | null;
  /** Who holds another contact about a child of this one; null when nobody does. */
  family: FamilyHolder | null;
};

export type HoldState = "free" | "held" | "lapsed" | "lapsed_with_notes";

/** A lease is over at its last instant: whoever asks then may take it. */
export function holdState(hold: Hold | null, now: Date): HoldState {
  if (hold === null) return "free";
  if (now.getTime() < hold.leaseUntil.getTime()) return "held";
  return hold.hasNotes ? "lapsed_with_notes" : "lapsed";
}

export type Taken<Row> =
  /** Hold all of these: one contact, or every contact of its bundle. */
  | { kind: "take"; rows: Row[] }
  /** A person must look first: a Red, or danger to rate, that nobody holds carries another person's notes. */
  | { kind: "look"; row: Row; because: string }
  | { kind: "nothing" };

/** When somebody asks, and how long a contact is kept for the holder of its family. */
export type Asking = { now: Date; closesAt: Date; familyKeptMinutes: number };

/**
 * What "take the next" serves to one person. It passes over what is held, what another person left with notes, and what
 * is kept for a colleague who holds the family; what is kept for the person themselves comes first, behind danger and
 * Red. When a contact that another left is Red, or has danger to rate, it serves nothing that stands below Red either:
 * an ordinary unrated notice never goes out while a rated Red is unheld.
 */
export function takeNext<Row extends HeldRow>(
  rows: readonly Row[],
  takerId: string,
  asking: Asking,
): Taken<Row> {
  const { now, closesAt } = asking;
  const groups = new Map<string, Row[]>();
  for (const row of orderQueue(rows, closesAt)) {
    const group = row.bundleId ?? row.id;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const keepers = (members: readonly Row[]) => keptFor(members, asking).map(({ holderId }) => holderId);
  // What presses stands in front already, and is never kept: a stable sort moves the person's own behind it.
  const turn = (members: readonly Row[]) =>
    members[0] && pressing(members[0], closesAt) ? 0 : keepers(members).includes(takerId) ? 1 : 2;
  let left: Row | null = null;
  for (const members of [...groups.values()].sort((a, b) => turn(a) - turn(b))) {
    const [first] = members;
    if (!first) continue;
    if (left !== null && !pressing(first, closesAt)) break;
    if (members.some((row) => holdState(row.hold, now) === "held")) continue;
    const kept = keepers(members);
    if (kept.length > 0 && !kept.includes(takerId)) continue;
    if (!members.some((row) => leftByAnother(row, takerId, now))) return { kind: "take", rows: members };
    left ??= pressing(first, closesAt) ? first : null;
  }
  if (left === null) return { kind: "nothing" };
  const who = groups.get(left.bundleId ?? left.id)?.find((row) => leftByAnother(row, takerId, now))
    ?.hold?.holderName;
  return {
    kind: "look",
    row: left,
    because: `${left.rating === null ? "A contact with a sign of danger" : "A Red contact"} is waiting. ${who ?? "Somebody"} left it with notes. Open it to take it on, or ask a manager.`,
  };
}

/** Danger to rate, or Red: what nothing else may go out before. */
function pressing(row: QueueRow, closesAt: Date): boolean {
  return steps.indexOf(stepOf(row, closesAt)) <= steps.indexOf("work_red");
}

function leftByAnother(row: HeldRow, takerId: string, now: Date): boolean {
  return holdState(row.hold, now) === "lapsed_with_notes" && row.hold?.holderId !== takerId;
}

/**
 * Whether taking this contact by hand jumps ahead of an unrated one with danger or of an unheld Red: the page then
 * asks for a reason, so that picking is seen.
 */
export function jumpsTheQueue(row: HeldRow, rows: readonly HeldRow[], now: Date, closesAt: Date): boolean {
  const own = steps.indexOf(stepOf(row, closesAt));
  return rows.some((other) => {
    if (other.id === row.id || (row.bundleId !== null && other.bundleId === row.bundleId)) return false;
    const ahead = pressing(other, closesAt) && steps.indexOf(stepOf(other, closesAt)) < own;
    return ahead && holdState(other.hold, now) !== "held";
  });
}
