import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";

/** What a page asks of somebody signed in who has to prove again that it is them. */
export type ProofStep =
  /** A demonstration: its people are made up and have nothing to prove. */
  | { by: "button" }
  /** No way to prove it here: they sign out and in again. */
  | { by: "signing-in" };

/** Which proof this person can give; each way of signing in has its own. */
export function proofStepFor({ site }: Context, _actor: StaffActor): Promise<ProofStep> {
  return Promise.resolve(site.demo ? { by: "button" } : { by: "signing-in" });
}

/**
 * Whether what was posted proves that this is the person of the session. It changes nothing: whoever asked renews the
 * session afterwards.
 */
export async function proveAgain(
  context: Context,
  actor: StaffActor,
  _typed: URLSearchParams,
): Promise<boolean> {
  const step = await proofStepFor(context, actor);
  return step.by === "button";
}
