import { eq } from "drizzle-orm";
import { searchedSystems } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import type { Unit } from "../unit-of-work.ts";

/** What this person searched last time, in their own words. */
export async function systemsOf({ tx }: Unit, { id }: StaffActor): Promise<string | null> {
  const [kept] = await tx
    .select({ systems: searchedSystems.systems })
    .from(searchedSystems)
    .where(eq(searchedSystems.staffId, id));
  return kept?.systems ?? null;
}

export async function rememberSystems({ tx, now }: Unit, { id }: StaffActor, systems: string): Promise<void> {
  const kept = { systems, keptAt: now };
  await tx
    .insert(searchedSystems)
    .values({ staffId: id, ...kept })
    .onConflictDoUpdate({ target: searchedSystems.staffId, set: kept });
}
