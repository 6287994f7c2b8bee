import type { Role } from "#domain/actor";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { startSession } from "./start-session.ts";

/**
 * Signs in as one of the demonstration's people without any proof. A real database refuses demo mode when it starts,
 * so this can never open one with real children in it.
 * @throws NotFound outside demo mode
 */
export async function signInDemo(
  context: Context,
  staffId: string,
): Promise<{ secret: string; roles: readonly Role[] }> {
  if (!context.site.demo || !isId(staffId)) throw new NotFound("nobody of a demonstration");
  return startSession(context, staffId);
}
