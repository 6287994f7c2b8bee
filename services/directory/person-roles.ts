import { and, eq, inArray, isNull } from "drizzle-orm";
import { roleGrant } from "#db/schema/directory";
import type { Role, StaffActor } from "#domain/actor";
import type { Unit } from "../unit-of-work.ts";

/** Gives roles that they do not have yet, in an administrator's name. */
export async function grantRoles(unit: Unit, actor: StaffActor, staffId: string, roles: readonly Role[]) {
  for (const role of roles)
    await unit.tx
      .insert(roleGrant)
      .values({ id: unit.context.newId(), staffId, role, grantedBy: actor.id, grantedAt: unit.now });
  const by = "administrator" as const;
  await unit.audit(
    ...roles.map((role) => ({ kind: "role.granted" as const, subjectId: staffId, facts: { role, by } })),
  );
}

/** Takes roles away, in an administrator's name. */
export async function revokeRoles(unit: Unit, actor: StaffActor, staffId: string, roles: readonly Role[]) {
  if (roles.length === 0) return;
  await unit.tx
    .update(roleGrant)
    .set({ revokedBy: actor.id, revokedAt: unit.now })
    .where(
      and(eq(roleGrant.staffId, staffId), inArray(roleGrant.role, [...roles]), isNull(roleGrant.revokedAt)),
    );
  const by = "administrator" as const;
  await unit.audit(
    ...roles.map((role) => ({ kind: "role.revoked" as const, subjectId: staffId, facts: { role, by } })),
  );
}
