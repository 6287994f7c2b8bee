import { randomBytes } from "node:crypto";
import { session } from "#db/schema/directory";
import type { Role } from "#domain/actor";
import { absoluteHours } from "#domain/session";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { hashSession } from "./find-session.ts";
import { findStaff } from "./find-staff.ts";

/** 256 random bits for a cookie. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/**
 * Starts a session for somebody whose identity was proved by the caller. The id is new each time: one that somebody
 * else planted in the browser before signing in is worth nothing afterwards.
 * @returns the secret for the cookie; it is kept nowhere else
 * @throws NotFound when nobody of this id may sign in
 */
export async function startSession(
  context: Context,
  staffId: string,
): Promise<{ secret: string; roles: readonly Role[] }> {
  const found = await unitOfWork(context, { kind: "system", process: "accounts" }, (unit) =>
    findStaff(unit, staffId),
  );
  if (!found) throw new NotFound("nobody of this id may sign in");
  const secret = newSecret();
  const sessionId = context.newId();
  await unitOfWork(context, { ...found, sessionId }, async (unit) => {
    await unit.tx.insert(session).values({
      id: sessionId,
      secretHash: hashSession(secret),
      staffId,
      startedAt: unit.now,
      seenAt: unit.now,
      provedAt: unit.now,
      expiresAt: new Date(unit.now.getTime() + absoluteHours * 3_600_000),
    });
    await unit.audit({ kind: "session.started", subjectId: sessionId, facts: {} });
  });
  return { secret, roles: found.roles };
}
