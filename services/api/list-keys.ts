import { desc, eq } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { apiKey } from "#db/schema/partners";
import type { StaffActor } from "#domain/actor";
import type { ApiScope } from "#domain/api/keys";
import type { Context } from "../context.ts";
import { readingAs } from "../directory/administering.ts";
import { findOrganisation } from "../directory/organisations.ts";

export type ListedKey = {
  id: string;
  name: string;
  hint: string;
  scopes: ApiScope[];
  by: string;
  madeAt: Date;
  endsAt: Date | null;
  usedAt: Date | null;
  /** It lets somebody in at this moment. */
  good: boolean;
};

/** More than one organisation ever has; older ones stay in the database. */
const atMost = 100;

/**
 * The keys of an organisation's systems, the newest first. What a key is can be read nowhere.
 * @throws NotFound
 */
export async function listKeys(
  context: Context,
  actor: StaffActor,
  organisationId: string,
): Promise<{ organisation: { id: string; name: string; active: boolean }; keys: ListedKey[] }> {
  return readingAs(context, actor, async (unit) => {
    const { id, name, active } = await findOrganisation(unit, organisationId);
    const rows = await unit.tx
      .select({ key: apiKey, by: staff.name })
      .from(apiKey)
      .innerJoin(staff, eq(staff.id, apiKey.madeBy))
      .where(eq(apiKey.organisationId, id))
      .orderBy(desc(apiKey.madeAt), desc(apiKey.id))
      .limit(atMost);
    const keys = rows.map(({ key, by }) => ({
      ...{ id: key.id, name: key.name, hint: key.hint, scopes: key.scopes, by },
      ...{ madeAt: key.madeAt, endsAt: key.endsAt, usedAt: key.usedAt },
      good: key.endsAt === null || key.endsAt > unit.now,
    }));
    return { organisation: { id, name, active }, keys };
  });
}
