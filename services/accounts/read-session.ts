import { createHash } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import { organisation, roleGrant, session, staff } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** Signed out after this long without a request. */
const idleMinutes = 30;
/** Signed out after this long whatever happens. */
export const absoluteHours = 8;
/** `seen_at` is written at most this often: a write for every page read would be a commit for every page read. */
const seenEveryMs = 60_000;

export const hashSession = (cookieValue: string) => createHash("sha256").update(cookieValue).digest();

/**
 * Who a session cookie belongs to, with the roles that stand at this moment; null when it is unknown, ended, idle too
 * long or its owner has left. Nothing is cached: a leaver is out at the next request.
 */
export async function readSession(context: Context, cookieValue: string): Promise<StaffActor | null> {
  return unitOfWork(context, { kind: "system", process: "session" }, async ({ tx, now }) => {
    const idleSince = new Date(now.getTime() - idleMinutes * 60_000);
    const rows = await tx
      .select({
        sessionId: session.id,
        seenAt: session.seenAt,
        staffId: staff.id,
        name: staff.name,
        teamId: staff.teamId,
        organisationId: organisation.id,
        organisationKind: organisation.kind,
        role: roleGrant.role,
      })
      .from(session)
      .innerJoin(staff, and(eq(staff.id, session.staffId), eq(staff.active, true)))
      .innerJoin(organisation, and(eq(organisation.id, staff.organisationId), eq(organisation.active, true)))
      .leftJoin(roleGrant, and(eq(roleGrant.staffId, staff.id), isNull(roleGrant.revokedAt)))
      .where(
        and(
          eq(session.secretHash, hashSession(cookieValue)),
          isNull(session.endedAt),
          gt(session.expiresAt, now),
          gt(session.seenAt, idleSince),
        ),
      );
    const [first] = rows;
    if (!first) return null;
    if (now.getTime() - first.seenAt.getTime() > seenEveryMs)
      await tx.update(session).set({ seenAt: now }).where(eq(session.id, first.sessionId));
    return {
      kind: "staff",
      id: first.staffId,
      name: first.name,
      roles: rows.flatMap(({ role }) => (role === null ? [] : [role])),
      organisationId: first.organisationId,
      organisationKind: first.organisationKind,
      teamId: first.teamId,
      sessionId: first.sessionId,
    };
  });
}
