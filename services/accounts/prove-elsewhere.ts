import type { StaffActor } from "#domain/actor";
import { flowMinutes } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { readFlow, startFlow, takeFlow } from "./flows.ts";
import { passkeyToUse } from "./passkey-options.ts";
import { personOf } from "./person-of-claims.ts";
import { orRefuse, providerOf, refuse } from "./provider-refusal.ts";
import { letIn } from "./sign-in-provider.ts";

const accounts = { kind: "system", process: "accounts" } as const;

/** What a browser needs for a passkey by which somebody signed in proves once more that it is them. */
export async function askToProve(context: Context, actor: StaffActor) {
  const flow = await unitOfWork(context, actor, (unit) =>
    startFlow(unit, { purpose: "prove-passkey", staffId: actor.id, minutes: flowMinutes["sign-in"] }),
  );
  return { flow, options: await passkeyToUse(context, flow) };
}

/** Sends somebody signed in to the provider, which has to ask them again although it knows them. */
export async function startProviderProof(context: Context, actor: StaffActor, next: string | null) {
  const provider = providerOf(context);
  const flow = await unitOfWork(context, actor, (unit) =>
    startFlow(unit, { purpose: "prove-provider", staffId: actor.id, next, minutes: flowMinutes["sign-in"] }),
  );
  return { flow, url: await orRefuse(context, provider.signInUrl(flow, true)) };
}

/** The proof for which this browser went to the provider; null when it went there to sign in, or for nothing. */
export async function proofUnderWay(
  context: Context,
  flow: string | null,
): Promise<{ next: string | null } | null> {
  return unitOfWork(context, accounts, (unit) => readFlow(unit, flow, "prove-provider"));
}

/**
 * Takes the provider's word that somebody signed in has just signed in there once more. What they may do is what it says
 * now: a lock is where somebody loses what their groups no longer bring.
 * @throws NotLetIn when it is somebody else, or the provider did not ask them again
 */
export async function finishProviderProof(
  context: Context,
  actor: StaffActor,
  { flow, back }: { flow: string; back: URL },
): Promise<void> {
  const provider = providerOf(context);
  const taken = await unitOfWork(context, accounts, (unit) => takeFlow(unit, flow, "prove-provider"));
  if (taken?.staffId !== actor.id) return refuse(context, "too-late", actor.id);
  const claims = await orRefuse(context, provider.claimsFrom(back, flow, true));
  const why = await unitOfWork(context, accounts, async (unit) => {
    const known = await personOf(unit, claims, { mayBeNew: false });
    if (typeof known === "string" || known.staffId !== actor.id) return "other-person" as const;
    const person = await letIn(unit, provider, claims);
    if ("why" in person) return person.why;
    await unit.audit({ kind: "account.proved-again", subjectId: actor.id, facts: { how: "provider" } });
    return null;
  });
  if (why !== null) return refuse(context, why, actor.id);
}
