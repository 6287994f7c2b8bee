import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { takeNext as nextByRule } from "#domain/take-next";
import { calendarOf, nextClosing } from "#domain/working-calendar";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { settleTaken } from "../hand-over/settle-taken.ts";
import { readQueue } from "../triage/read-queue.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { takeFirst } from "./take-hold.ts";

export type NextContact =
  /** `together` counts the contacts of the bundle that came with it. */
  | { kind: "taken"; reference: string; together: number }
  /** Nothing was taken: a person must look at this one first. */
  | { kind: "look"; reference: string; because: string }
  | { kind: "nothing" };

/** Part of a bundle can go between looking and taking: look again, a few times. */
const tries = 4;

/**
 * Takes the next contact of the queue with the rest of its bundle, by the rule of domain/take-next.ts.
 * @throws Forbidden when this person may not hold contacts
 */
export async function takeNext(context: Context, actor: StaffActor): Promise<NextContact> {
  for (let left = tries; left > 0; left--) {
    const result = await tryOnce(context, actor);
    if (result !== null) return result;
  }
  return { kind: "nothing" };
}

async function tryOnce(context: Context, actor: StaffActor): Promise<NextContact | null> {
  if (!may(actor, "hold")) throw new Forbidden("hold");
  try {
    return await unitOfWork(context, actor, async (unit) => {
      const closesAt = nextClosing(unit.now, calendarOf(context.settings));
      const queue = { closesAt, reader: actor };
      const { contacts, wanted } = await takeFirst(unit, actor, queue);
      if (contacts.length < wanted) throw new PartOfBundle();
      const [first] = contacts;
      if (first) {
        await unit.audit(
          ...contacts.map(({ contactId, leaseUntil }) => ({
            kind: "contact.held" as const,
            contactId,
            facts: { how: "next" as const, leaseUntil: leaseUntil.toISOString(), jumped: false },
          })),
        );
        await settleTaken(
          unit,
          actor,
          contacts.map(({ contactId }) => contactId),
        );
        return { kind: "taken", reference: first.reference, together: contacts.length };
      }
      const { familyKeptMinutes } = context.settings;
      const { rows, databaseNow } = await readQueue(unit, queue);
      const ruled = nextByRule(rows, actor.id, { now: databaseNow, closesAt, familyKeptMinutes });
      if (ruled.kind === "look")
        return { kind: "look", reference: ruled.row.reference, because: ruled.because };
      // The rule would serve one: it was being taken by somebody else in that moment.
      return ruled.kind === "take" ? null : ruled;
    });
  } catch (error) {
    if (error instanceof PartOfBundle) return null;
    throw error;
  }
}

/** Rolls everything back: a household is taken whole or not at all. */
class PartOfBundle extends Error {}
