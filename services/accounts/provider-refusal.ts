import { attemptLimits, type ProviderRefusal } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { spendAttempts } from "../limits/spend-attempts.ts";
import { unitOfWork } from "../unit-of-work.ts";
import type { Provider } from "./provider.ts";
import { ProviderProblem } from "./provider-claims.ts";

/** The provider, or this person, did not get through. The page has words for each code. */
export class NotLetIn extends Error {
  override name = "NotLetIn";
  readonly why: ProviderRefusal;
  constructor(why: ProviderRefusal) {
    super(why);
    this.why = why;
  }
}

export function providerOf({ provider }: Context): Provider {
  if (!provider) throw new NotFound("no identity provider");
  return provider;
}

/**
 * Writes the refusal down and says it. Anybody can come back from nowhere as often as they like, and would fill the audit
 * trail: past a limit they are still refused, and nothing but that there were too many is recorded.
 */
export async function refuse(context: Context, why: ProviderRefusal, staffId?: string): Promise<never> {
  const subject = staffId === undefined ? {} : { subjectId: staffId };
  const spend = {
    ...attemptLimits["provider-refusals"],
    name: "provider-refusals",
    of: staffId ?? "",
  } as const;
  const isTooMany = (await spendAttempts(context, [{ ...spend, ...subject }])) !== null;
  if (!isTooMany)
    await unitOfWork(context, { kind: "system", process: "accounts" }, (unit) =>
      unit.audit({ kind: "sign-in.refused", ...subject, facts: { how: "provider", why } }),
    );
  throw new NotLetIn(why);
}

/** Waits for the provider; what it cannot or will not say becomes a refusal. */
export async function orRefuse<T>(context: Context, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error;
    const { code: why, detail } = error;
    context.log.warn({ why, detail }, "the identity provider did not say who it is");
    return refuse(context, why);
  }
}
