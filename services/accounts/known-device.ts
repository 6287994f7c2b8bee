import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { knownDevice } from "#db/schema/identity";
import { newSecret } from "./start-session.ts";
import type { Unit } from "../unit-of-work.ts";

const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** Whether this person signed in from this browser before. */
export async function isKnownDevice({ tx }: Unit, staffId: string, secret: string | null): Promise<boolean> {
  if (secret === null) return false;
  const [found] = await tx
    .select({ id: knownDevice.id })
    .from(knownDevice)
    .where(and(eq(knownDevice.staffId, staffId), eq(knownDevice.secretHash, hashOf(secret))));
  return found !== undefined;
}

/**
 * Remembers this browser for somebody who just signed in from it. From the second browser on they are told by email:
 * the first one is where they set their account up.
 * @returns the secret for the browser to keep; the one that it brought, where it is theirs already
 */
export async function rememberDevice(unit: Unit, staffId: string, brought: string | null): Promise<string> {
  const { tx, now, context } = unit;
  const seen = await tx
    .select({ id: knownDevice.id, secretHash: knownDevice.secretHash })
    .from(knownDevice)
    .where(eq(knownDevice.staffId, staffId));
  const known = brought === null ? undefined : seen.find((one) => one.secretHash.equals(hashOf(brought)));
  if (known && brought !== null) {
    await tx.update(knownDevice).set({ lastSeenAt: now }).where(eq(knownDevice.id, known.id));
    return brought;
  }
  // Several people may use one browser: what it brought goes on standing for all of them.
  const secret = brought ?? newSecret();
  const id = context.newId();
  const row = { id, staffId, secretHash: hashOf(secret), firstSeenAt: now, lastSeenAt: now };
  await tx.insert(knownDevice).values(row).onConflictDoNothing();
  if (seen.length === 0) return secret;
  await unit.audit({ kind: "account.new-device", subjectId: staffId, facts: {} });
  await unit.owe({
    kind: "send-message",
    subjectId: id,
    recipientId: staffId,
    facts: { message: "new-device", to: "staff" },
  });
  return secret;
}
