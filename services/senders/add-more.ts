import type { ReferrerParticulars } from "#domain/contact-facts";
import type { DangerAnswer } from "#domain/intake";
import type { Context } from "../context.ts";
import { addToContact, type Added } from "../contacts/add-to-contact.ts";
import type { NewFile } from "../files/add-file.ts";
import { takeIn } from "../files/take-in.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { openSent, sendersWork, type OpenedSent } from "./open-sent.ts";

export type More = { text: string; danger: DangerAnswer; key: string; file?: NewFile };

/** Adds what a sender says to what they sent; a contact that this becomes is on their list, too. */
export async function addFrom(unit: Unit, { row, room, senderId }: OpenedSent, more: More): Promise<Added> {
  const key = await readDataKey(unit, "referrer", room.id);
  const place = { table: "referrer", row: room.id, column: "particulars" };
  return addToContact(unit, {
    ...{ contactId: row.id, channel: "online", text: more.text, danger: more.danger },
    idempotencyKey: more.key,
    ...(more.file && { file: more.file }),
    from: { referrer: open<ReferrerParticulars>(key, place, room.particulars), senderId },
  });
}

/**
 * Adds a file that somebody sends afterwards, with what they say of it.
 * @throws NotFound when it is not theirs, before the file is looked at; RefusedFile when it is not taken
 */
export async function addMoreWithFile(
  context: Context,
  {
    network,
    sent,
    ...more
  }: Omit<More, "file"> & Asked & { network: string; sent: { name: string; bytes: Buffer } },
): Promise<Added> {
  await unitOfWork(context, sendersWork, (unit) => openSent(unit, more));
  return addMore(context, { ...more, file: await takeIn(context, { ...sent, network }) });
}

type Asked = { secret: string | null; reference: string };

/** @throws NotFound when it is not theirs */
export async function addMore(
  context: Context,
  { secret, reference, ...more }: More & Asked,
): Promise<Added> {
  return unitOfWork(context, sendersWork, async (unit) =>
    addFrom(unit, await openSent(unit, { secret, reference }), more),
  );
}
