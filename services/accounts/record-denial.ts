import type { Actor } from "#domain/actor";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** Audits that somebody was turned away. A denial that cannot be recorded is still a denial. */
export async function recordDenial(
  context: Context,
  actor: Actor,
  denial: { route: string; why: "wrong-role" },
): Promise<void> {
  try {
    await unitOfWork(context, actor, (unit) => unit.audit({ kind: "access.denied", facts: denial }));
  } catch {
    context.log.error({ route: denial.route }, "a denied attempt could not be recorded");
  }
}
