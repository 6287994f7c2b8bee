import type { Role, StaffActor } from "./actor.ts";

/** A contact that may be about a restricted person is known to managers alone, who decide who else works on it. */
const clearedRoles: readonly Role[] = ["manager", "on_call_manager"];

export const isCleared = (actor: Pick<StaffActor, "roles">): boolean =>
  actor.roles.some((role) => clearedRoles.includes(role));
