import type { StaffActor } from "#domain/actor";
import { findNewer } from "../contacts/find-newer.ts";
import type { Unit } from "../unit-of-work.ts";
import { seenField, type Deciding } from "./deciding.ts";

const newerCame =
  "A newer contact about these children came since you opened this form. Read it, then say that you have seen it";

/**
 * What stands against deciding because a newer contact came while the form was open. Whoever decides has to know of it,
 * and then decides as they see fit; what is not known to them stands against nothing.
 */
export async function newerUnseen(
  unit: Unit,
  actor: StaffActor,
  contactId: string,
  { seenNewer }: Pick<Deciding, "seenNewer">,
): Promise<Record<string, string>> {
  if (seenNewer === undefined) return {};
  const newer = await findNewer(unit, actor, contactId);
  return newer.some(({ reference }) => !seenNewer.includes(reference)) ? { [seenField]: newerCame } : {};
}
