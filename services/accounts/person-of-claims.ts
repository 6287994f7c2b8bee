import { and, eq, sql } from "drizzle-orm";
import { roleGrant, staff } from "#db/schema/directory";
import { federatedIdentity } from "#db/schema/identity";
import type { Role } from "#domain/actor";
import { parseEmailAddress } from "#domain/email-address";
import { roleChanges } from "#domain/identity-provider";
import { databaseCode } from "../database-errors.ts";
import type { Unit } from "../unit-of-work.ts";
import { findCouncil } from "./find-council.ts";
import { findStaff } from "./find-staff.ts";
import type { Claims } from "./provider-claims.ts";

export type Person = { staffId: string; active: boolean };

/**
 * Whom the provider means: found by issuer and subject and by nothing else, because an address can be given to somebody
 * new. Somebody who comes for the first time is written down, if there is anything that they may do.
 * @returns "address" when theirs belongs to another account here, or is none
 */
export async function personOf(
  unit: Unit,
  claims: Claims,
  { mayBeNew }: { mayBeNew: boolean },
): Promise<Person | "unknown" | "address"> {
  const { issuer, subject } = claims;
  // Two tabs of one person who comes for the first time: the second waits and finds the first one's row.
  await unit.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 0))`);
  const [found] = await unit.tx
    .select({ staffId: staff.id, active: staff.active })
    .from(federatedIdentity)
    .innerJoin(staff, eq(staff.id, federatedIdentity.staffId))
    .where(and(eq(federatedIdentity.issuer, issuer), eq(federatedIdentity.subject, subject)));
  return found ?? (mayBeNew ? firstTime(unit, claims) : "unknown");
}

async function firstTime(
  unit: Unit,
  { issuer, subject, name, email: said }: Claims,
): Promise<Person | "address"> {
  const email = said === null ? null : parseEmailAddress(said);
  if (email === null) return "address";
  const staffId = unit.context.newId();
  const organisationId = await findCouncil(unit);
  try {
    await unit.tx.transaction((savepoint) =>
      savepoint
        .insert(staff)
        .values({ id: staffId, organisationId, name: name ?? email, jobTitle: "Council staff", email }),
    );
  } catch (error) {
    if (databaseCode(error) === "23505") return "address";
    throw error;
  }
  await unit.tx.insert(federatedIdentity).values({ issuer, subject, staffId, linkedAt: unit.now });
  await unit.audit({ kind: "account.linked", subjectId: staffId, facts: {} });
  return { staffId, active: true };
}

/**
 * Follows somebody to the name and the address that the provider has for them now: what is urgent is written to that
 * address. One that is no address, or another account's, changes nothing, and keeps nobody out who is known.
 */
export async function followClaims(unit: Unit, staffId: string, claims: Claims): Promise<void> {
  const [was] = await unit.tx
    .select({ name: staff.name, email: staff.email })
    .from(staff)
    .where(eq(staff.id, staffId));
  const name = claims.name ?? was?.name;
  const email = (claims.email === null ? null : parseEmailAddress(claims.email)) ?? was?.email;
  if (was === undefined || (name === was.name && email === was.email)) return;
  try {
    await unit.tx.transaction((savepoint) =>
      savepoint.update(staff).set({ name, email }).where(eq(staff.id, staffId)),
    );
  } catch (error) {
    if (databaseCode(error) === "23505") return;
    throw error;
  }
  await unit.audit({ kind: "account.details-changed", subjectId: staffId, facts: { by: "provider" } });
}

/** Makes the roles that the provider's groups bring the ones that stand. */
export async function setRoles(unit: Unit, staffId: string, wanted: readonly Role[]): Promise<void> {
  const standing = (await findStaff(unit, staffId))?.roles ?? [];
  const { grant, revoke } = roleChanges(standing, wanted);
  for (const role of grant)
    await unit.tx
      .insert(roleGrant)
      .values({ id: unit.context.newId(), staffId, role, grantedBy: staffId, grantedAt: unit.now })
      .onConflictDoNothing();
  for (const role of revoke)
    await unit.tx
      .update(roleGrant)
      .set({ revokedBy: staffId, revokedAt: unit.now })
      .where(
        and(eq(roleGrant.staffId, staffId), eq(roleGrant.role, role), sql`${roleGrant.revokedAt} is null`),
      );
  const by = "groups" as const;
  await unit.audit(
    ...grant.map((role) => ({ kind: "role.granted" as const, subjectId: staffId, facts: { role, by } })),
    ...revoke.map((role) => ({ kind: "role.revoked" as const, subjectId: staffId, facts: { role, by } })),
  );
}
