import type { StaffActor } from "#domain/actor";
import { cleanFileName } from "#domain/files/file-name";
import type { DangerAnswer } from "#domain/intake";
import { addToContact } from "../contacts/add-to-contact.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { examine } from "../files/examine.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openCall } from "./open-call.ts";

type FromCaller = {
  id: string;
  text: string;
  danger: DangerAnswer;
  key: string;
  name: string;
  bytes: Buffer;
};

/**
 * Adds what a caller emailed after their call was sent: to whoever works on it, or as a contact of its own once it is
 * decided.
 * @throws NotFound for a call that is not theirs or has no contact; RefusedFile when it is not taken
 */
export async function addToCall(
  context: Context,
  actor: StaffActor,
  { id, text, danger, key, ...sent }: FromCaller,
): Promise<void> {
  await unitOfWork(context, actor, (unit) => openCall(unit, actor, id));
  const { kind, bytes } = await examine(sent.bytes);
  const file = { name: cleanFileName(sent.name, kind), kind, bytes };
  await unitOfWork(context, actor, async (unit) => {
    const { contactId } = (await openCall(unit, actor, id)).row;
    if (contactId === null) throw new NotFound("a call without a contact");
    await addToContact(unit, { contactId, channel: "phone", text, danger, idempotencyKey: key, file });
  });
}
