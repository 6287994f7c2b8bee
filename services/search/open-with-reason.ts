import type { StaffActor } from "#domain/actor";
import type { OpenReason } from "#domain/search/open-reasons";
import type { Context } from "../context.ts";
import { findContact } from "../contacts/contact-access.ts";
import { unitOfWork } from "../unit-of-work.ts";

/**
 * Says why somebody opens a contact that is not theirs, before they see anything of it; it stands among those who have
 * looked. Without a reason it only says whether one is asked: whoever holds a contact needs none.
 * @throws NotFound
 */
export async function openWithReason(
  context: Context,
  actor: StaffActor,
  { reference, because }: { reference: string; because: OpenReason | null },
): Promise<{ reference: string; mine: boolean }> {
  return unitOfWork(context, actor, async (unit) => {
    const { row, subject } = await findContact(unit, actor, reference);
    const mine = subject.holderId === actor.id;
    if (because !== null && !mine)
      await unit.audit({ kind: "contact.opened", contactId: row.id, facts: { because } });
    return { reference: row.reference, mine };
  });
}
