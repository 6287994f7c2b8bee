import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import { authenticatorApp, federatedIdentity, passkey, staffPassword } from "#db/schema/identity";
import { attemptLimits } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { TooManyAttempts } from "../errors.ts";
import { refundAttempts, spendAttempts } from "../limits/spend-attempts.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { takeAppCode } from "./app-codes.ts";
import { plainCode } from "./email-codes.ts";
import { takeFlow } from "./flows.ts";
import { isPassword } from "./password-hash.ts";
import { whosePasskey } from "./whose-passkey.ts";

/** A way in which somebody can prove once more who they are: always as strong as the way they came in. */
export type ProofWay = "passkey" | "password" | "provider";

/** What a page asks of somebody signed in who has to prove again that it is them. */
export type ProofStep =
  /** A demonstration: its people are made up and have nothing to prove. */
  | { by: "button" }
  | { by: "ways"; ways: ProofWay[] }
  /** No way to prove it here: they sign out and in again. */
  | { by: "signing-in" };

/** Which proof this person can give; each way of signing in has its own. */
export async function proofStepFor(context: Context, actor: StaffActor): Promise<ProofStep> {
  if (context.site.demo) return { by: "button" };
  const ways = await unitOfWork(context, actor, (unit) => waysOf(unit, actor.id));
  return ways.length === 0 ? { by: "signing-in" } : { by: "ways", ways };
}

async function waysOf({ tx, context }: Unit, staffId: string): Promise<ProofWay[]> {
  const [key] = await tx
    .select({ id: passkey.id })
    .from(passkey)
    .where(and(eq(passkey.staffId, staffId), isNull(passkey.endedAt)))
    .limit(1);
  const [both] = await tx
    .select({ id: authenticatorApp.id })
    .from(authenticatorApp)
    .innerJoin(staffPassword, eq(staffPassword.staffId, authenticatorApp.staffId))
    .where(
      and(
        eq(authenticatorApp.staffId, staffId),
        isNotNull(authenticatorApp.provenAt),
        isNull(authenticatorApp.endedAt),
      ),
    );
  const [elsewhere] = await tx
    .select({ issuer: federatedIdentity.issuer })
    .from(federatedIdentity)
    .where(eq(federatedIdentity.staffId, staffId))
    .limit(1);
  const provider = elsewhere && context.provider !== null;
  return [key && "passkey", both && "password", provider && "provider"].filter(
    (way): way is ProofWay => typeof way === "string",
  );
}

/**
 * Whether what was posted proves that this is the person of the session. It changes nothing: whoever asked renews the
 * session afterwards. The provider's proof comes back on its own way, in sign-in-provider's.
 * @throws TooManyAttempts after a few wrong ones
 */
export async function proveAgain(
  context: Context,
  actor: StaffActor,
  typed: URLSearchParams,
): Promise<boolean> {
  if (context.site.demo) return true;
  const spends = [
    { ...attemptLimits["prove-again"], name: "prove-again", of: actor.id, subjectId: actor.id } as const,
  ];
  const until = await spendAttempts(context, spends);
  if (until) throw new TooManyAttempts(until);
  const how = typed.has("credential") ? "passkey" : "password";
  const right =
    how === "passkey" ? await isTheirPasskey(context, actor, typed) : await areBoth(context, actor, typed);
  await unitOfWork(context, actor, (unit) =>
    right
      ? unit.audit({ kind: "account.proved-again", subjectId: actor.id, facts: { how } })
      : unit.audit({ kind: "sign-in.refused", subjectId: actor.id, facts: { how, why: "wrong-again" } }),
  );
  if (right) await refundAttempts(context, spends);
  return right;
}

function isTheirPasskey(context: Context, actor: StaffActor, typed: URLSearchParams): Promise<boolean> {
  const secret = typed.get("flow") ?? "";
  return unitOfWork(context, actor, async (unit) => {
    const flow = await takeFlow(unit, secret, "prove-passkey");
    if (flow?.staffId !== actor.id) return false;
    return (await whosePasskey(unit, secret, typed.get("credential") ?? "")) === actor.id;
  });
}

/** Password and code: the code is taken only beside the right password, so that a wrong one does not use it up. */
async function areBoth(context: Context, actor: StaffActor, typed: URLSearchParams): Promise<boolean> {
  const [found] = await unitOfWork(context, actor, ({ tx }) =>
    tx.select({ hash: staffPassword.hash }).from(staffPassword).where(eq(staffPassword.staffId, actor.id)),
  );
  if (!(await isPassword(found?.hash ?? null, typed.get("password") ?? ""))) return false;
  return unitOfWork(
    context,
    actor,
    async (unit) => (await takeAppCode(unit, actor.id, plainCode(typed.get("code") ?? ""))) !== null,
  );
}
