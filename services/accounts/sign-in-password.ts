import { attemptLimits, flowMinutes } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { Invalid, TooManyAttempts } from "../errors.ts";
import { refundAttempts, spendAttempts, type Spend } from "../limits/spend-attempts.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findAccount } from "./find-account.ts";
import { startFlow } from "./flows.ts";
import { isKnownDevice } from "./known-device.ts";
import { isPassword } from "./password-hash.ts";

const accounts = { kind: "system", process: "accounts" } as const;

export type PasswordAttempt = {
  email: string;
  password: string;
  /** Where it comes from, as domain/client-network.ts names it. */
  network: string;
  /** What this browser brought to be known by. */
  device: string | null;
  next: string | null;
};

/**
 * The first half of signing in with a local account. Somebody unknown, somebody who has left, somebody with another way
 * of signing in and a wrong password take the same steps and get the same answer.
 * @returns the secret of the flow in which the second factor is asked for
 * @throws Invalid with the one thing that is said about whatever is wrong
 * @throws TooManyAttempts whether the account exists or not
 */
export async function signInWithPassword(context: Context, attempt: PasswordAttempt): Promise<string> {
  const { account, known } = await unitOfWork(context, accounts, async (unit) => {
    const found = await findAccount(unit, attempt.email);
    return {
      account: found,
      known: await isKnownDevice(unit, found?.staffId ?? context.newId(), attempt.device),
    };
  });
  const spends = spendsOf(attempt, known);
  const until = await spendAttempts(context, spends);
  if (until) throw new TooManyAttempts(until);
  const right = await isPassword(account?.passwordHash ?? null, attempt.password);
  const flow = await unitOfWork(context, accounts, async (unit) => {
    if (right && account)
      return startFlow(unit, {
        purpose: "second-factor",
        staffId: account.staffId,
        next: attempt.next,
        minutes: flowMinutes["sign-in"],
      });
    const subject = account ? { subjectId: account.staffId } : {};
    const why = account ? "wrong" : "unknown";
    await unit.audit({ kind: "sign-in.refused", ...subject, facts: { how: "password", why } });
    return null;
  });
  if (flow === null) throw new Invalid({ email: "Check your email address and your password" });
  await refundAttempts(context, spends);
  return flow;
}

/**
 * A browser that this person signed in from before counts by itself: whoever tries wrong passwords elsewhere cannot
 * shut them out.
 */
function spendsOf({ email, device, network }: PasswordAttempt, known: boolean): Spend[] {
  const account = email.toLowerCase();
  return [
    known
      ? { name: "sign-in-device", of: `${account}\0${device}`, ...attemptLimits["sign-in-device"] }
      : { name: "sign-in-account", of: account, ...attemptLimits["sign-in-account"] },
    { name: "sign-in-network", of: network, ...attemptLimits["sign-in-network"] },
  ];
}
