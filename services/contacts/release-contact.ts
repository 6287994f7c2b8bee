import { and, eq } from "drizzle-orm";
import { hold } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findContact } from "./contact-access.ts";
import { freed } from "./release-holds-of.ts";

/** Puts a contact back in the queue. Doing it twice, or after the hold went elsewhere, changes nothing. */
export async function releaseContact(context: Context, actor: StaffActor, reference: string): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row } = await findContact(unit, actor, reference);
    const released = await unit.tx
      .update(hold)
      .set(freed)
      .where(and(eq(hold.contactId, row.id), eq(hold.holderId, actor.id)))
      .returning({ contactId: hold.contactId });
    if (released.length === 0) return;
    await unit.audit({ kind: "contact.released", contactId: row.id, facts: { how: "released" } });
  });
}
