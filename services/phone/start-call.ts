import { phoneCall } from "#db/schema/calls";
import { dataKey } from "#db/schema/proof";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { newDataKey } from "../sealing/data-keys.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { sealCall, type TypedCall } from "./open-call.ts";

/** Begins a call: its clock runs from this moment, before a word of it is typed. @returns its id */
export async function startCall(context: Context, actor: StaffActor): Promise<string> {
  return unitOfWork(context, actor, (unit) => beginCall(unit, actor, {}));
}

/** @param typed what is known before they pick up */
export async function beginCall(unit: Unit, actor: StaffActor, typed: TypedCall): Promise<string> {
  if (!may(actor, "take-calls")) throw new Forbidden("take-calls");
  const id = unit.context.newId();
  const { key, row } = newDataKey(unit.context.keys, "call", id);
  await unit.tx.insert(dataKey).values(row);
  await unit.tx.insert(phoneCall).values({
    ...{ id, takenBy: actor.id, startedAt: unit.now, savedAt: unit.now },
    typed: sealCall(key, id, typed),
  });
  await unit.audit({ kind: "call.started", subjectId: id, facts: {} });
  return id;
}
