import type { Role, StaffActor } from "#domain/actor";

/** What a page says about the person who is signed in. */
export type Me = { name: string; roles: readonly Role[] };

export const meOf = ({ name, roles }: StaffActor): Me => ({ name, roles });
