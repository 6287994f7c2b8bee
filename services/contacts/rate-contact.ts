import { and, eq, isNull } from "drizzle-orm";
import { clock } from "#db/schema/decision";
import { contact, contactChild } from "#db/schema/intake";
import { rating } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { isUrgentOutOfHours } from "#domain/clocks";
import { follows } from "#domain/contact";
import type { Rating } from "#domain/rating";
import { calendarOf } from "#domain/working-calendar";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { offerToNight } from "../hand-over/offer-to-night.ts";
import { oweHub } from "../mail/owe-hub.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findContactFor, type FoundContact } from "./contact-access.ts";

import { raiseVersionFrom } from "./raise-version.ts";
import { renewHold } from "./renew-hold.ts";

/**
 * Rates a contact with one line of reason. A change keeps the rating before it, with its reason.
 * @param input.version the version of the contact that the form was made from
 * @throws Conflict with `ChangedMeanwhile`; Invalid by `rating` when every child has a decision
 */
export async function rateContact(
  context: Context,
  actor: StaffActor,
  input: { reference: string; version: number; rating: Rating; reason: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const found = await findContactFor(unit, actor, input.reference, "rate");
    const { row } = found;
    await renewHold(unit, actor, row.id);
    await raiseVersionFrom(unit, row.id, input.version);
    const refused = await whyNotRated(unit, row.id);
    if (refused !== null) throw new Invalid({ rating: refused });
    const id = unit.context.newId();
    const key = await readDataKey(unit, "contact", row.id);
    await unit.tx.insert(rating).values({
      id,
      contactId: row.id,
      code: input.rating,
      reason: seal(key, { table: "rating", row: id, column: "reason" }, input.reason),
      ratedBy: actor.id,
      ratedAt: unit.now,
    });
    await Promise.all([
      unit.tx.update(contact).set({ rating: input.rating, ratedAt: unit.now }).where(eq(contact.id, row.id)),
      unit.tx
        .update(clock)
        .set({ stoppedAt: unit.now, stoppedById: id })
        .where(and(eq(clock.contactId, row.id), eq(clock.kind, "rating"), isNull(clock.stoppedAt))),
    ]);
    await unit.audit({
      kind: "contact.rated",
      contactId: row.id,
      subjectId: id,
      facts: { from: row.rating, to: input.rating },
    });
    if (isUrgentAtNight(unit, found, input.rating)) {
      await oweHub(unit, "red-contact", row.id);
      if (found.hold?.live !== true) await offerToNight(unit, row);
    }
  });
}

/** Null while one child can still be rated for; else why not. */
async function whyNotRated(unit: Unit, contactId: string): Promise<string | null> {
  const children = await unit.tx
    .select({ state: contactChild.state, standing: contactChild.standing })
    .from(contactChild)
    .where(eq(contactChild.contactId, contactId));
  const answers = children
    .filter(({ state, standing }) => standing === "subject" || state !== "waiting")
    .map(({ state }) => follows(state, "rate"));
  const refusals = answers.flatMap((answer) => (answer.allowed ? [] : [answer.because]));
  return refusals.length > 0 && refusals.length === answers.length ? (refusals[0] ?? null) : null;
}

/** Red when the hub is closed goes to the out-of-hours worker at once; it was told already if it arrived so. */
function isUrgentAtNight(unit: Unit, { row }: FoundContact, to: Rating): boolean {
  const facts = {
    rating: to,
    danger: row.danger,
    senderUnder18: row.audience === "young_person",
    nextEventAt: row.nextEventAt,
  };
  return isUrgentOutOfHours(facts, unit.now, calendarOf(unit.context.settings));
}
