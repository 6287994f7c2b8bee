import { attemptLimits } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { Invalid, NotFound, TooManyAttempts } from "../errors.ts";
import { refundAttempts, spendAttempts, type Spend } from "../limits/spend-attempts.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { takeAppCode } from "./app-codes.ts";
import { finishSignIn, type SignedIn } from "./finish-sign-in.ts";
import { readFlow, takeFlow } from "./flows.ts";
import { plainCode } from "./email-codes.ts";

const accounts = { kind: "system", process: "accounts" } as const;

export const wrongAppCode = "That code is not right. Wait for the next one in your app, and type that";

const spendFor = (staffId: string): Spend[] => [
  { ...attemptLimits["second-factor"], name: "second-factor", of: staffId, subjectId: staffId } as const,
];

/**
 * The second half of signing in with a local account: the code of their authenticator app.
 * @throws NotFound when no sign-in is under way in this browser, or it took too long
 * @throws Invalid for a wrong code, or one that was used
 */
export async function signInWithApp(
  context: Context,
  attempt: { flow: string | null; code: string; device: string | null },
): Promise<SignedIn> {
  const under = await unitOfWork(context, accounts, (unit) => readFlow(unit, attempt.flow, "second-factor"));
  if (!under?.staffId) throw new NotFound("no sign-in is under way");
  const { staffId, next } = under;
  const until = await spendAttempts(context, spendFor(staffId));
  if (until) throw new TooManyAttempts(until);
  const right = await unitOfWork(context, accounts, async (unit) => {
    if (await takeAppCode(unit, staffId, plainCode(attempt.code)))
      return (await takeFlow(unit, attempt.flow, "second-factor")) !== null;
    const facts = { how: "app-code", why: "wrong" } as const;
    await unit.audit({ kind: "sign-in.refused", subjectId: staffId, facts });
    return false;
  });
  if (!right) throw new Invalid({ code: wrongAppCode });
  await refundAttempts(context, spendFor(staffId));
  return finishSignIn(context, staffId, { device: attempt.device, next });
}
