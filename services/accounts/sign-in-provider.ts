import { rolesForGroups, saysTwoFactors } from "#domain/identity-provider";
import { flowMinutes } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { endSessionsOf } from "./end-sessions-of.ts";
import { finishSignIn, type SignedIn } from "./finish-sign-in.ts";
import { startFlow, takeFlow } from "./flows.ts";
import { personOf, setRoles } from "./person-of-claims.ts";
import type { Provider } from "./provider.ts";
import { ProviderProblem, type Claims } from "./provider-claims.ts";

const accounts = { kind: "system", process: "accounts" } as const;

/** Why somebody whom the provider knows does not come in. */
export type ProviderRefusal =
  ProviderProblem["code"] | "too-late" | "one-factor" | "no-role" | "address" | "left";

/** The provider, or this person, did not get through. The page has words for each code. */
export class NotLetIn extends Error {
  override name = "NotLetIn";
  readonly why: ProviderRefusal;
  constructor(why: ProviderRefusal) {
    super(why);
    this.why = why;
  }
}

function providerOf({ provider }: Context): Provider {
  if (!provider) throw new NotFound("no identity provider");
  return provider;
}

/** Sends a browser to the council's own sign-in. @returns where to, and the secret that it comes back with */
export async function startProviderSignIn(context: Context, next: string | null) {
  const provider = providerOf(context);
  const flow = await unitOfWork(context, accounts, (unit) =>
    startFlow(unit, { purpose: "provider", next, minutes: flowMinutes["sign-in"] }),
  );
  const url = await provider.signInUrl(flow, false).catch((error: unknown) => refuse(context, codeOf(error)));
  return { flow, url };
}

/**
 * Lets somebody in whom the provider sent back. Their roles are those of their groups at this moment: one that went away
 * there goes away here.
 * @throws NotLetIn with the code of why not; the attempt is recorded
 */
export async function finishProviderSignIn(
  context: Context,
  { flow, back, device }: { flow: string | null; back: URL; device: string | null },
): Promise<SignedIn> {
  const provider = providerOf(context);
  // Ended before the provider is asked: the address that it sent the browser to works once.
  const taken = await unitOfWork(context, accounts, (unit) => takeFlow(unit, flow, "provider"));
  if (!taken || flow === null) return refuse(context, "too-late");
  const claims = await provider
    .claimsFrom(back, flow, false)
    .catch((error: unknown) => refuse(context, codeOf(error)));
  const person = await unitOfWork(context, accounts, (unit) => letIn(unit, provider, claims));
  if ("why" in person) return refuse(context, person.why, person.staffId);
  return finishSignIn(context, person.staffId, { device, next: taken.next });
}

async function letIn(
  unit: Unit,
  { settings }: Provider,
  claims: Claims,
): Promise<{ staffId: string } | { why: ProviderRefusal; staffId?: string }> {
  if (!saysTwoFactors(settings.mfa, claims.acr, claims.amr)) return { why: "one-factor" };
  const roles = rolesForGroups(settings.roles, claims.groups);
  const known = await personOf(unit, claims, { mayBeNew: roles.length > 0 });
  if (known === "unknown") return { why: "no-role" };
  if (known === "address") return { why: "address" };
  const { staffId, active } = known;
  if (!active) return { why: "left", staffId };
  await setRoles(unit, staffId, roles);
  if (roles.length > 0) return { staffId };
  await endSessionsOf(unit, staffId);
  return { why: "no-role", staffId };
}

const codeOf = (error: unknown): ProviderProblem["code"] => {
  if (error instanceof ProviderProblem) return error.code;
  throw error;
};

/** Writes the refusal down and says it. */
async function refuse(context: Context, why: ProviderRefusal, staffId?: string): Promise<never> {
  const subject = staffId === undefined ? {} : { subjectId: staffId };
  await unitOfWork(context, accounts, (unit) =>
    unit.audit({ kind: "sign-in.refused", ...subject, facts: { how: "provider", why } }),
  );
  throw new NotLetIn(why);
}
