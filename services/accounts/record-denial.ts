import type { Actor } from "#domain/actor";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** Audits that somebody was turned away. A denial that cannot be recorded is still a denial. */
export async function recordDenial(
  context: Context,
  actor: Actor,
  { contactId, ...facts }: { route: string; why: "wrong-role" | "not-found"; contactId?: string },
): Promise<void> {
  const about = contactId === undefined ? {} : { contactId };
  try {
    await unitOfWork(context, actor, (unit) => unit.audit({ kind: "access.denied", ...about, facts }));
  } catch {
    context.log.error({ route: facts.route }, "a denied attempt could not be recorded");
  }
}
