import postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { calendarOf, nextClosing } from "#domain/working-calendar";
import { readQueue, type QueuedContact } from "#services/triage/read-queue";
import { unitOfWork } from "#services/unit-of-work";
import type { TestContext } from "./context.ts";

/** The owner's connection: puts rows into states that take hours or faults to come about. */
export function ownerOf(kit: TestContext): postgres.Sql {
  return postgres(kit.database.owner, { max: 1, onnotice: () => undefined });
}

/** The whole queue as the rules of domain/ see it, with the two times that they are asked with. */
export async function wholeQueue(kit: TestContext, actor: StaffActor) {
  return unitOfWork(kit.context, actor, async (unit) => {
    const closesAt = nextClosing(unit.now, calendarOf(kit.context.settings));
    const { rows, databaseNow } = await readQueue(unit, { closesAt, reader: actor });
    return { rows, databaseNow, closesAt };
  });
}

export const references = (rows: readonly Pick<QueuedContact, "reference">[]) =>
  rows.map(({ reference }) => reference);

/** A repeatable source of chance: the seed is printed by the test that fails. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
