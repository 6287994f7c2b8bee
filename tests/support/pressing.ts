import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { orderQueue } from "#domain/queue-order";
import { calendarOf, nextClosing } from "#domain/working-calendar";
import { takeNext } from "#services/contacts/take-next";
import type { Context } from "#services/context";
import { readQueue } from "#services/triage/read-queue";
import { unitOfWork } from "#services/unit-of-work";
import { sendContact } from "./contacts.ts";
import { chance } from "./queue.ts";

export type PressingReport = {
  people: number;
  contacts: number;
  seconds: number;
  /** References that nobody took, or more than one did. */
  notOnce: string[];
  /** Contacts served further from their place in the queue than people press at once. */
  outOfOrder: string[];
};

/** Contacts of every kind, with few values, so that many stand close to one another. */
export async function fillQueue(
  context: Context,
  owner: postgres.Sql,
  { contacts, seed }: { contacts: number; seed: number },
): Promise<void> {
  const random = chance(seed);
  const pick = <T>(...values: T[]): T => values[Math.floor(random() * values.length)] as T;
  for (let sent = 0; sent < contacts; sent += 25)
    await Promise.all(
      Array.from({ length: Math.min(25, contacts - sent) }, async () => {
        const rating = pick(null, null, "R", "A", "G", "B");
        const danger = pick<"no" | "yes">("no", "no", "no", "yes");
        const home = pick(null, null, new Date(context.now().getTime() + 3_600_000));
        const { id } = await sendContact(context, { danger });
        await owner`update contact set rating = ${rating}, next_event_at = ${home} where id = ${id}`;
      }),
    );
}

/** Everybody presses "take the next" again as soon as they have been answered, until nothing is left. */
export async function pressTogether(
  context: Context,
  owner: postgres.Sql,
  people: readonly StaffActor[],
): Promise<PressingReport> {
  const [first] = people;
  if (!first) throw new Error("nobody presses");
  const queue = await unitOfWork(context, first, async (unit) => {
    const closesAt = nextClosing(unit.now, calendarOf(context.settings));
    return orderQueue((await readQueue(unit, { closesAt, reader: first })).rows, closesAt);
  });
  const began = performance.now();
  const taken: string[] = [];
  await Promise.all(
    people.map(async (person) => {
      for (;;) {
        const next = await takeNext(context, person);
        if (next.kind !== "taken") return;
        taken.push(next.reference);
      }
    }),
  );
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const ids = queue.map(({ id }) => id);
  const holds = await owner<{ reference: string; held: number; order: number }[]>`
    select c.reference, (select count(*)::int from audit_event e where e.contact_id = c.id and e.kind = 'contact.held') as held,
      row_number() over (order by h.taken_at)::int - 1 as order
    from hold h join contact c on c.id = h.contact_id where h.contact_id in ${owner(ids)}`;
  const place = new Map(queue.map(({ reference }, at) => [reference, at]));
  return {
    ...{ people: people.length, contacts: queue.length, seconds },
    notOnce: [
      ...holds.filter(({ held }) => held !== 1).map(({ reference }) => reference),
      ...taken.filter((reference, at) => taken.indexOf(reference) !== at),
      ...queue.filter(({ reference }) => !taken.includes(reference)).map(({ reference }) => reference),
    ],
    outOfOrder: holds
      .filter(({ reference, order }) => Math.abs((place.get(reference) ?? Infinity) - order) > people.length)
      .map(
        ({ reference, order }) => `${reference} was ${place.get(reference) ?? "nowhere"}, served ${order}`,
      ),
  };
}
