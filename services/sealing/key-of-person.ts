import { dataKey } from "#db/schema/proof";
import type { Unit } from "../unit.ts";
import { newDataKey, readDataKey } from "./data-keys.ts";

/** The key of what is sealed about a person, made when it is first needed. */
export async function keyOfPerson(unit: Unit, personId: string): Promise<Buffer> {
  const { row } = newDataKey(unit.context.keys, "person", personId);
  await unit.tx.insert(dataKey).values(row).onConflictDoNothing();
  return readDataKey(unit, "person", personId);
}
