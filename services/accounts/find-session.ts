import { createHash } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { organisation, roleGrant, session, staff } from "#db/schema/directory";
import { brokenGlass, contactBar, contactClearance } from "#db/schema/restricted";
import type { Unit } from "../unit-of-work.ts";
import { standingRoles } from "./find-staff.ts";

/** Only this is stored of the 256 random bits in the cookie: a dump signs nobody in. */
export const hashSession = (cookieValue: string) => createHash("sha256").update(cookieValue).digest();

const rolesChangedAt = sql<Date | null>`(
  select max(greatest(${roleGrant.grantedAt}, ${roleGrant.revokedAt}))
  from ${roleGrant} where ${roleGrant.staffId} = ${staff.id})`.mapWith(session.seenAt);

/** What they must never know of, whatever they are. */
const barred = sql<string[]>`(
  select coalesce(json_agg(${contactBar.contactId}), '[]') from ${contactBar}
  where ${contactBar.staffId} = ${staff.id} and ${contactBar.endedAt} is null)`;

/** What they were named for although they are not cleared. */
const named = sql<string[]>`(
  select coalesce(json_agg(${contactClearance.contactId}), '[]') from ${contactClearance}
  where ${contactClearance.staffId} = ${staff.id} and ${contactClearance.endedAt} is null)`;

/** What they opened in an emergency in this session, for as long as that lasts. */
const opened = (now: Date) => sql<string[]>`(
  select coalesce(json_agg(${brokenGlass.contactId}), '[]') from ${brokenGlass}
  where ${brokenGlass.staffId} = ${staff.id} and ${brokenGlass.sessionId} = ${session.id}
    and ${brokenGlass.endedAt} is null and ${brokenGlass.expiresAt} > ${now.toISOString()})`;

/**
 * The session of a cookie with its person and the roles that stand at this moment, however old it is; null when it was
 * ended, or when its person or their organisation has left. Nothing is cached: a leaver is out at the next request.
 */
export async function findSession({ tx, now }: Unit, cookieValue: string) {
  const [found] = await tx
    .select({
      times: {
        seenAt: session.seenAt,
        expiresAt: session.expiresAt,
        provedAt: session.provedAt,
        lockedAt: session.lockedAt,
        rolesChangedAt,
      },
      sessionId: session.id,
      staffId: staff.id,
      name: staff.name,
      teamId: staff.teamId,
      organisationId: organisation.id,
      organisationKind: organisation.kind,
      roles: standingRoles,
      opened: opened(now),
      named,
      barred,
    })
    .from(session)
    .innerJoin(staff, and(eq(staff.id, session.staffId), eq(staff.active, true)))
    .innerJoin(organisation, and(eq(organisation.id, staff.organisationId), eq(organisation.active, true)))
    .where(and(eq(session.secretHash, hashSession(cookieValue)), isNull(session.endedAt)));
  return found ?? null;
}
