import { and, eq, gt, isNotNull } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { unsentForm } from "#db/schema/unsent";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { staleBefore } from "./list-unsent.ts";
import { findOwner, unsentSeal, type UnsentPlace } from "./unsent-place.ts";

/**
 * What somebody had typed and not sent, to be put back into its form. It stays until it is sent or thrown away.
 * @throws NotFound for somebody else's, one that was sent, one whose time is over, and where the contact is not theirs
 *   to read any more
 */
export async function openUnsent(
  context: Context,
  actor: StaffActor,
  id: string,
): Promise<UnsentPlace & { body: string }> {
  return unitOfWork(context, actor, async (unit) => {
    const [found] = isId(id)
      ? await unit.tx
          .select({ row: unsentForm, reference: contact.reference })
          .from(unsentForm)
          .leftJoin(contact, eq(contact.id, unsentForm.contactId))
          .where(
            and(
              ...[eq(unsentForm.id, id), eq(unsentForm.staffId, actor.id)],
              ...[isNotNull(unsentForm.body), gt(unsentForm.savedAt, staleBefore(unit.now))],
            ),
          )
      : [];
    const of = found?.reference ?? found?.row.callId;
    if (found?.row.body == null || of == null) throw new NotFound("nothing that was typed");
    const { row } = found;
    const { key, contactId } = await findOwner(unit, actor, { form: row.form, of });
    const about = contactId === null ? {} : { contactId };
    await unit.audit({ kind: "form.restored", ...about, subjectId: id, facts: {} });
    return {
      form: row.form,
      of,
      body: open<string>(key, unsentSeal({ id, staffId: actor.id }), found.row.body),
    };
  });
}
