import { eq } from "drizzle-orm";
import { policeBatch, policeMap } from "#db/schema/police";
import type { StaffActor } from "#domain/actor";
import { policeField, suggestedMap, type ColumnMap } from "#domain/police/fields";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { forForce, openBatch } from "./for-force.ts";
import { readMap } from "./receive-batch.ts";

/** The headings of a batch with what each seems to mean. @throws NotFound */
export async function readColumns(
  context: Context,
  actor: StaffActor,
  id: string,
): Promise<{ id: string; reference: string; headings: string[]; suggested: ColumnMap; sent: boolean }> {
  return forForce(context, actor, async (unit) => {
    const { batch } = await openBatch(unit, actor, id);
    const saved = await readMap(unit, actor.organisationId);
    const suggested = suggestedMap(batch.headings, saved);
    return {
      ...{ id: batch.id, reference: batch.reference, headings: batch.headings, suggested },
      sent: batch.sentAt !== null,
    };
  });
}

/**
 * Keeps what the columns of a force's export mean, for this batch and all that come after it.
 * @param fields what each heading means, in the order of the batch's headings; "" for one that is left out
 * @throws NotFound; Invalid by `columns`
 */
export async function saveColumns(
  context: Context,
  actor: StaffActor,
  id: string,
  fields: readonly string[],
): Promise<void> {
  await forForce(context, actor, async (unit) => {
    const { batch } = await openBatch(unit, actor, id, true);
    if (batch.sentAt !== null)
      throw new Invalid({ columns: "Some of it was sent already, so its columns stay as they are" });
    const meant = fields.filter((name) => name !== "");
    if (meant.some((name) => policeField(name) === undefined) || fields.length !== batch.headings.length)
      throw new Invalid({ columns: "Choose what each column is" });
    const twice = meant.find((name, at) => meant.indexOf(name) !== at);
    if (twice !== undefined)
      throw new Invalid({
        columns: `Two columns are “${policeField(twice)?.label ?? twice}”. Choose one of them`,
      });
    for (const needed of ["reference", "summary"])
      if (!meant.includes(needed))
        throw new Invalid({
          columns: `No column is “${policeField(needed)?.label ?? needed}”. Choose which one is`,
        });
    const saved = (await readMap(unit, actor.organisationId)) ?? {};
    // What other exports of theirs call their columns stays known.
    const columns = {
      ...saved,
      ...Object.fromEntries(batch.headings.map((heading, at) => [heading, fields[at] ?? ""])),
    };
    const kept = { columns, savedBy: actor.id, savedAt: unit.now };
    await unit.tx
      .insert(policeMap)
      .values({ organisationId: actor.organisationId, ...kept })
      .onConflictDoUpdate({ target: policeMap.organisationId, set: kept });
    await unit.tx.update(policeBatch).set({ mappedAt: unit.now }).where(eq(policeBatch.id, batch.id));
  });
}
