import { and, eq } from "drizzle-orm";
import { phoneCall } from "#db/schema/calls";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { Forbidden, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open, seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

/** The fields of a call as they were typed. */
export type TypedCall = Readonly<Record<string, string | readonly string[]>>;

const place = (row: string) => ({ table: "phone_call", row, column: "typed" });

export const sealCall = (key: Buffer, id: string, typed: TypedCall) => seal(key, place(id), typed);

/**
 * Opens a call of somebody's own.
 * @throws NotFound for one that there is not, and for another person's
 */
export async function openCall(unit: Unit, actor: StaffActor, id: string, lock = false) {
  if (!may(actor, "take-calls")) throw new Forbidden("take-calls");
  const query = unit.tx
    .select()
    .from(phoneCall)
    .where(and(eq(phoneCall.id, id), eq(phoneCall.takenBy, actor.id)));
  const [row] = isId(id) ? await (lock ? query.for("update") : query) : [];
  if (!row) throw new NotFound("no such call");
  const key = await readDataKey(unit, "call", row.id);
  return { row, key, typed: open<TypedCall>(key, place(row.id), row.typed) };
}
