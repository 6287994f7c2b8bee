import { and, eq, isNull, sql } from "drizzle-orm";
import { restrictedContact } from "#db/schema/restricted";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findToRestrict } from "./find-to-restrict.ts";
import { openUnlocked } from "./open-unlocked.ts";

/**
 * Says that a locked contact is not about a restricted person after all, so that the hub can work on it.
 * @throws NotFound; Invalid by `reason`, also while a child of it is somebody restricted
 */
export async function unlockContact(
  context: Context,
  actor: StaffActor,
  input: { reference: string; reason: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const row = await findToRestrict(unit, actor, input.reference);
    if (input.reason === "") throw new Invalid({ reason: "Say how you know that it is not them" });
    const [about] = await unit.tx.execute(sql`
      select from contact_child c join person_link l on l.contact_child_id = c.id and l.answer = 'same' and l.ended_at is null
      join restriction r on r.person_id = l.person_id and r.lifted_at is null where c.contact_id = ${row.id} limit 1`);
    if (about)
      throw new Invalid({
        reason: "A child of this contact is restricted. The restriction itself has to be lifted",
      });
    const locks = await unit.tx
      .select({ id: restrictedContact.id })
      .from(restrictedContact)
      .where(and(eq(restrictedContact.contactId, row.id), isNull(restrictedContact.endedAt)));
    const key = await readDataKey(unit, "contact", row.id);
    for (const { id } of locks) {
      const place = { table: "restricted_contact", row: id, column: "end_reason" };
      await unit.tx
        .update(restrictedContact)
        .set({ endReason: seal(key, place, input.reason) })
        .where(eq(restrictedContact.id, id));
    }
    await openUnlocked(unit, sql`contact_id = ${row.id}`, actor.id);
  });
}
