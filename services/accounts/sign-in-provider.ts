import { rolesForGroups, saysTwoFactors } from "#domain/identity-provider";
import { flowMinutes, type ProviderRefusal } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { endSessionsOf } from "./end-sessions-of.ts";
import { finishSignIn, type SignedIn } from "./finish-sign-in.ts";
import { startFlow, takeFlow } from "./flows.ts";
import { followClaims, personOf, setRoles } from "./person-of-claims.ts";
import type { Provider } from "./provider.ts";
import type { Claims } from "./provider-claims.ts";
import { orRefuse, providerOf, refuse } from "./provider-refusal.ts";

const accounts = { kind: "system", process: "accounts" } as const;

/** Sends a browser to the council's own sign-in. @returns where to, and the secret that it comes back with */
export async function startProviderSignIn(context: Context, next: string | null) {
  const provider = providerOf(context);
  const flow = await unitOfWork(context, accounts, (unit) =>
    startFlow(unit, { purpose: "provider", next, minutes: flowMinutes["sign-in"] }),
  );
  const url = await orRefuse(context, provider.signInUrl(flow, false));
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
  const claims = await orRefuse(context, provider.claimsFrom(back, flow, false));
  const person = await unitOfWork(context, accounts, (unit) => letIn(unit, provider, claims));
  if ("why" in person) return refuse(context, person.why, person.staffId);
  return finishSignIn(context, person.staffId, { device, next: taken.next });
}

/** What the provider says somebody may do becomes what they may do here; with nothing left, they are signed out. */
export async function letIn(
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
  await followClaims(unit, staffId, claims);
  await setRoles(unit, staffId, roles);
  if (roles.length > 0) return { staffId };
  await endSessionsOf(unit, staffId);
  return { why: "no-role", staffId };
}
