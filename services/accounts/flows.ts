import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, inArray, isNull, lt } from "drizzle-orm";
import { signInFlow } from "#db/schema/identity";
import type { Unit } from "../unit-of-work.ts";

/** What one browser is in the middle of. A secret that was given for one of these is worth nothing for another. */
export type FlowPurpose =
  "second-factor" | "passkey" | "provider" | "prove-passkey" | "prove-provider" | "join" | "enrol";

export type Flow = { id: string; staffId: string | null; next: string | null };

const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** Starts a flow. @returns the secret for the browser's cookie; it is kept nowhere else */
export async function startFlow(
  { tx, now, context }: Unit,
  flow: { id?: string; purpose: FlowPurpose; staffId?: string | null; next?: string | null; minutes: number },
): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await tx.insert(signInFlow).values({
    id: flow.id ?? context.newId(),
    secretHash: hashOf(secret),
    purpose: flow.purpose,
    staffId: flow.staffId ?? null,
    next: flow.next ?? null,
    startedAt: now,
    expiresAt: new Date(now.getTime() + flow.minutes * 60_000),
  });
  const old = tx
    .select({ id: signInFlow.id })
    .from(signInFlow)
    .where(lt(signInFlow.expiresAt, now))
    .limit(20)
    .for("update", { skipLocked: true });
  await tx.delete(signInFlow).where(inArray(signInFlow.id, old));
  return secret;
}

const isLive = (unit: Unit, secret: string | null, purpose: FlowPurpose) =>
  and(
    eq(signInFlow.secretHash, hashOf(secret ?? "")),
    eq(signInFlow.purpose, purpose),
    isNull(signInFlow.doneAt),
    gt(signInFlow.expiresAt, unit.now),
  );

/** The flow of this browser; null when there is none, it took too long, or it is done. */
export async function readFlow(
  unit: Unit,
  secret: string | null,
  purpose: FlowPurpose,
): Promise<Flow | null> {
  const [flow] = await unit.tx
    .select({ id: signInFlow.id, staffId: signInFlow.staffId, next: signInFlow.next })
    .from(signInFlow)
    .where(isLive(unit, secret, purpose));
  return flow ?? null;
}

/** The same, and ends it: of two that come with one secret, one gets it. */
export async function takeFlow(
  unit: Unit,
  secret: string | null,
  purpose: FlowPurpose,
): Promise<Flow | null> {
  const [flow] = await unit.tx
    .update(signInFlow)
    .set({ doneAt: unit.now })
    .where(isLive(unit, secret, purpose))
    .returning({ id: signInFlow.id, staffId: signInFlow.staffId, next: signInFlow.next });
  return flow ?? null;
}
