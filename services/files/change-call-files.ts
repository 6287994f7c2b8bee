import { sql } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import { cleanFileName } from "#domain/files/file-name";
import { actOnProven } from "../acting-as.ts";
import type { Context } from "../context.ts";
import { Conflict } from "../errors.ts";
import { isId } from "../new-id.ts";
import { openCall } from "../phone/open-call.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { addFile } from "./add-file.ts";
import { examine } from "./examine.ts";
import { filesUnsent } from "./file-store.ts";
import { listed, type ListedFile } from "./list-draft-files.ts";

type Asked = { id: string };

export type CallFiles = { files: ListedFile[]; ending: "sent" | "advice" | null };

/** The files of a call of somebody's own that is not sent. */
export async function listCallFiles(context: Context, actor: StaffActor, { id }: Asked): Promise<CallFiles> {
  return unitOfWork(context, actor, async (unit) => {
    const { row, key } = await openCall(unit, actor, id);
    await actOnProven(unit);
    const files = await filesUnsent(unit, { callId: row.id }, key);
    await unit.audit({
      kind: "list.viewed",
      subjectId: row.id,
      facts: { list: "call-files", resultIds: files.map((file) => file.row.id) },
    });
    return { files: files.map(listed), ending: row.ending };
  });
}

/**
 * Adds what a caller emailed to whoever takes their call.
 * @throws RefusedFile with why it is not taken; Conflict when the call was sent meanwhile
 */
export async function addCallFile(
  context: Context,
  actor: StaffActor,
  { id, ...sent }: Asked & { name: string; bytes: Buffer },
): Promise<void> {
  await unitOfWork(context, actor, (unit) => openCall(unit, actor, id));
  const { kind, bytes } = await examine(sent.bytes);
  const file = { name: cleanFileName(sent.name, kind), kind, bytes };
  await unitOfWork(context, actor, async (unit) => {
    const { row, key } = await openUnsent(unit, actor, id);
    await actOnProven(unit);
    await addFile(unit, { callId: row.id }, key, file);
  });
}

/** Takes one away again; nothing happens when it is gone already, or is another call's. */
export async function removeCallFile(
  context: Context,
  actor: StaffActor,
  { id, fileId }: Asked & { fileId: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row } = await openUnsent(unit, actor, id);
    if (isId(fileId))
      await unit.tx.execute(sql`select frontdoor_drop_call_files(${row.id}::uuid, ${fileId}::uuid)`);
  });
}

async function openUnsent(unit: Unit, actor: StaffActor, id: string) {
  const call = await openCall(unit, actor, id, true);
  if (call.row.endedAt !== null) throw new Conflict("this call has ended", null);
  return call;
}
