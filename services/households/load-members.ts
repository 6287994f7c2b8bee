import { and, asc, eq, isNull } from "drizzle-orm";
import { bundleMember } from "#db/schema/bundles";
import { staff } from "#db/schema/directory";
import { contact } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import { mayKnowOf } from "../contacts/known-to.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

export type MemberView = {
  id: string;
  reference: string;
  receivedAt: Date;
  /** Null for one that was put together before it was kept who did. */
  said: { by: string; at: Date; reason: string } | null;
};

/** The contacts that are screened together with this one, itself among them; those that exist for this person. */
export async function loadMembers(
  unit: Unit,
  actor: StaffActor,
  { bundleId }: Pick<typeof contact.$inferSelect, "bundleId">,
): Promise<MemberView[]> {
  if (bundleId === null) return [];
  const rows = await unit.tx
    .select({ row: contact, member: bundleMember, by: staff.name })
    .from(contact)
    .leftJoin(bundleMember, and(eq(bundleMember.contactId, contact.id), isNull(bundleMember.endedAt)))
    .leftJoin(staff, eq(staff.id, bundleMember.saidBy))
    .where(and(eq(contact.bundleId, bundleId), mayKnowOf(actor)))
    .orderBy(asc(contact.receivedAt), asc(contact.id));
  const keys = await readDataKeys(
    unit,
    "contact",
    rows.map(({ row }) => row.id),
  );
  return rows.map(({ row: { id, reference, receivedAt }, member, by }) => {
    const key = keys.get(id);
    if (member === null || key === undefined) return { id, reference, receivedAt, said: null };
    const place = { table: "bundle_member", row: member.id, column: "reason" };
    const reason = open<string>(key, place, member.reason);
    return { id, reference, receivedAt, said: { by: by ?? "Somebody", at: member.saidAt, reason } };
  });
}
