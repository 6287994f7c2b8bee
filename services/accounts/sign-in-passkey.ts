import { attemptLimits, flowMinutes } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { Invalid, TooManyAttempts } from "../errors.ts";
import { refundAttempts, spendAttempts } from "../limits/spend-attempts.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { finishSignIn, type SignedIn } from "./finish-sign-in.ts";
import { startFlow, takeFlow } from "./flows.ts";
import { passkeyToUse } from "./passkey-options.ts";
import { whosePasskey } from "./whose-passkey.ts";

const accounts = { kind: "system", process: "accounts" } as const;

/** What a browser needs to sign with a passkey, and the secret that its answer comes back with. */
export async function askForPasskey(context: Context, next: string | null) {
  const flow = await unitOfWork(context, accounts, (unit) =>
    startFlow(unit, { purpose: "passkey", next, minutes: flowMinutes["sign-in"] }),
  );
  return { flow, options: await passkeyToUse(context, flow) };
}

/**
 * Signs in with a passkey alone: it is something that one has, and opens by finger, face or PIN.
 * @throws Invalid when it is nobody's here, was not made for this site, or answers another challenge
 */
export async function signInWithPasskey(
  context: Context,
  attempt: { flow: string; credential: string; network: string; device: string | null },
): Promise<SignedIn> {
  const spends = [
    { ...attemptLimits["sign-in-network"], name: "sign-in-network", of: attempt.network } as const,
  ];
  const until = await spendAttempts(context, spends);
  if (until) throw new TooManyAttempts(until);
  const found = await unitOfWork(context, accounts, async (unit) => {
    const flow = await takeFlow(unit, attempt.flow, "passkey");
    const staffId = flow && (await whosePasskey(unit, attempt.flow, attempt.credential));
    if (flow && staffId) return { staffId, next: flow.next };
    const facts = { how: "passkey", why: flow ? "wrong" : "too-late" } as const;
    await unit.audit({ kind: "sign-in.refused", facts });
    return null;
  });
  if (!found)
    throw new Invalid({ passkey: "This passkey did not let you in. Try again, or sign in another way" });
  await refundAttempts(context, spends);
  return finishSignIn(context, found.staffId, { device: attempt.device, next: found.next });
}
