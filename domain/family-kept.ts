import { dangerFacts } from "./clocks.ts";
import { stepOf, type QueueRow } from "./queue-order.ts";
import { localDate, nearDayAndTime, timeOfDay } from "./time-words.ts";

/** Somebody who holds another, earlier contact that is about a child of this one, under a lease that lives. */
export type FamilyHolder = { holderId: string; holderName: string };

type Kept = { now: Date; closesAt: Date; familyKeptMinutes: number };
type FamilyRow = QueueRow & { family: FamilyHolder | null };

/**
 * What waits for nobody: Red, a sign of danger whatever it is rated, and what something happens to before the hub
 * closes. Whoever is free takes it, and the managers see that its family is in other hands.
 */
const waitsForNobody = (row: QueueRow, closesAt: Date): boolean =>
  !["rate_ordinary", "work_rest"].includes(stepOf(row, closesAt)) || dangerFacts(row).length > 0;

/** Until when a new contact is first its family's holder's to take: counted from when it came, so it can only end. */
const keptUntil = (receivedAt: Date, minutes: number) => new Date(receivedAt.getTime() + minutes * 60_000);

/**
 * For whom the contacts of one household are kept at this moment: nobody, unless one of them came within the minutes
 * and its family is held by somebody. One of them that waits for nobody takes the others along.
 */
export function keptFor(
  members: readonly FamilyRow[],
  { now, closesAt, familyKeptMinutes }: Kept,
): FamilyHolder[] {
  if (members.some((row) => waitsForNobody(row, closesAt))) return [];
  return members.flatMap(({ family, receivedAt }) =>
    family !== null && receivedAt <= now && now < keptUntil(receivedAt, familyKeptMinutes) ? [family] : [],
  );
}

/** "at 2:14pm"; with the day when that was another one. */
const cameAt = (at: Date, now: Date) =>
  localDate(at) === localDate(now) ? `at ${timeOfDay(at)}` : nearDayAndTime(at, now);

/** "A new contact about this family came at 2:14pm" */
export const cameWords = (receivedAt: Date, now: Date): string =>
  `A new contact about this family came ${cameAt(receivedAt, now)}`;

type AboutFamily = {
  receivedAt: Date;
  /** Who has it in hand by now, if anybody. */
  holderName: string | null;
  kept: boolean;
};

/** What becomes of a contact about a family that the reader holds. */
export function whoseNextWords({ receivedAt, holderName, kept }: AboutFamily, minutes: number): string {
  if (holderName !== null) return `${holderName} holds it.`;
  return kept
    ? `It is yours first until ${timeOfDay(keptUntil(receivedAt, minutes))}: take the next gives it to you.`
    : "Anybody may take it.";
}

type Pressing = { receivedAt: Date; red: boolean; holderName: string };

/** What managers are told of a contact that was not kept for whoever holds its family. */
export const pressingElsewhereWords = ({ receivedAt, red, holderName }: Pressing, now: Date): string =>
  `${red ? "A Red contact" : "A contact that waits for nobody"} came ${cameAt(receivedAt, now)} about a family that ${holderName} holds.`;

/** Said of a row of the queue, after why it stands where it stands. */
export const keptWords = (holderName: string, receivedAt: Date, minutes: number): string =>
  `Kept until ${timeOfDay(keptUntil(receivedAt, minutes))} for ${holderName}, who holds this family.`;
