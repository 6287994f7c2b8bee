import type { Role, StaffActor } from "./actor.ts";

/**
 * Who may know of a contact that is or may be about a restricted person: managers, who decide about it, and the records
 * officer, who answers for who looks. Everybody else needs to open one in an emergency.
 */
const clearedRoles: readonly Role[] = ["manager", "on_call_manager", "records_officer"];

/** As much of somebody as says which contacts exist for them. */
export type Reader = Pick<StaffActor, "roles" | "opened" | "named" | "barred">;

/** The restricted contacts that exist for somebody who is not cleared. */
export const exceptFor = ({ opened = [], named = [] }: Omit<Reader, "roles">): readonly string[] => [
  ...opened,
  ...named,
];

export const isCleared = (reader: Pick<Reader, "roles">): boolean =>
  reader.roles.some((role) => clearedRoles.includes(role));

/** Whether a contact exists for them at all. What is barred from them does not, whatever they are. */
export function knowsOf(reader: Reader, contact: { id: string; clearedOnlySince: Date | null }): boolean {
  if (reader.barred?.includes(contact.id)) return false;
  return contact.clearedOnlySince === null || isCleared(reader) || exceptFor(reader).includes(contact.id);
}
