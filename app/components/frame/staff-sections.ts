import type { Role } from "#domain/actor";
import type { RouteName } from "../../href.ts";

/** The links across the top for those who are signed in, in order; each shows to the roles that can open it. */
export const staffSections: readonly { name: RouteName; text: string; roles: readonly Role[] | "all" }[] = [];
