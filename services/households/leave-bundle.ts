import { and, eq, isNull } from "drizzle-orm";
import { bundleMember } from "#db/schema/bundles";
import { contact } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import { parseReference } from "#domain/reference";
import { findContactFor } from "../contacts/contact-access.ts";
import { mayKnowOf } from "../contacts/known-to.ts";
import { raiseVersion, raiseVersionFrom } from "../contacts/raise-version.ts";
import { renewHold } from "../contacts/renew-hold.ts";
import type { Context } from "../context.ts";
import { Invalid, NotFound } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

/**
 * Takes a contact out of the contacts of one household again: itself, or another one of them. Everybody keeps what they
 * hold. One that is left alone is in no bundle either.
 * @param input `other` the one that goes
 * @throws Conflict with `ChangedMeanwhile`; Invalid by `reason`
 */
export async function leaveBundle(
  context: Context,
  actor: StaffActor,
  input: { reference: string; version: number; other: string; reason: string },
): Promise<void> {
  if (input.reason === "") throw new Invalid({ reason: "Say in one line why they are not one household" });
  await unitOfWork(context, actor, async (unit) => {
    const { row } = await findContactFor(unit, actor, input.reference, "link-match");
    await renewHold(unit, actor, row.id);
    await raiseVersionFrom(unit, row.id, input.version);
    const { bundleId } = row;
    const reference = parseReference(input.other);
    if (bundleId === null || reference === null) throw new NotFound("in no bundle");
    const members = await unit.tx
      .select({ id: contact.id, reference: contact.reference })
      .from(contact)
      .where(eq(contact.bundleId, bundleId))
      .orderBy(contact.id)
      .for("no key update");
    const [known] = await unit.tx
      .select({ id: contact.id })
      .from(contact)
      .where(and(eq(contact.reference, reference), eq(contact.bundleId, bundleId), mayKnowOf(actor)));
    if (!known) throw new NotFound("not in this bundle");
    const stay = members.filter(({ id }) => id !== known.id);
    for (const { id } of stay.length === 1 ? members : [known]) {
      await end(unit, actor, id, input.reason);
      if (id !== row.id) await raiseVersion(unit, id);
    }
  });
}

async function end(unit: Unit, actor: StaffActor, contactId: string, reason: string): Promise<void> {
  const standing = and(eq(bundleMember.contactId, contactId), isNull(bundleMember.endedAt));
  const [member] = await unit.tx.select({ id: bundleMember.id }).from(bundleMember).where(standing);
  if (member) {
    const key = await readDataKey(unit, "contact", contactId);
    const place = { table: "bundle_member", row: member.id, column: "end_reason" };
    await unit.tx
      .update(bundleMember)
      .set({ endReason: seal(key, place, reason), endedBy: actor.id, endedAt: unit.now })
      .where(standing);
  }
  await unit.tx.update(contact).set({ bundleId: null }).where(eq(contact.id, contactId));
  await unit.audit({ kind: "bundle.left", contactId, facts: {} });
}
