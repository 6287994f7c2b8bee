import { inArray, sql } from "drizzle-orm";
import { ownershipCheck, unowned } from "#db/schema/ownership";
import { ownershipEveryMinutes, type UnownedKind } from "#domain/ownership";
import type { Context } from "../context.ts";
import { oweHub } from "../mail/owe-hub.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { ownershipTables } from "./ownership-sql.ts";

/** "owns": one check of all workers at a time. */
const checkLock = 0x6f776e73;

/** Told and kept in one go. More than this at once is one fault of ours, and the next hour finds the rest. */
const atOnce = 500;

type Broken = { kind: UnownedKind; contact_id: string; contact_child_id: string };

/**
 * Looks through every child and every piece of work for one that nobody owns, once an hour however many workers ask. What
 * is found is told to the hub once, and stands on the duty screen until it is put right.
 * @returns null when it was looked through within the hour, or another worker is at it
 */
export async function checkOwnership(context: Context): Promise<{ found: number; mended: number } | null> {
  return unitOfWork(context, { kind: "system", process: "ownership-check" }, async (unit) => {
    if (!(await isDue(unit))) return null;
    const [looked] = await unit.tx.execute<{ children: number; works: number; broken: Broken[] }>(sql`
      with ${ownershipTables(unit.now)}
      select looked.children, looked.works,
        coalesce((select json_agg(b) from (select * from broken order by contact_id limit ${atOnce}) b), '[]') as broken
      from looked`);
    if (!looked) return null;
    const open = await unit.tx
      .select()
      .from(unowned)
      .where(sql`${unowned.mendedAt} is null`);
    const known = new Set(open.map((one) => keyOf(one.contactChildId, one.kind)));
    const still = new Set(looked.broken.map((one) => keyOf(one.contact_child_id, one.kind)));
    const fresh = looked.broken.filter((one) => !known.has(keyOf(one.contact_child_id, one.kind)));
    const mended = open.filter((one) => !still.has(keyOf(one.contactChildId, one.kind)));
    await keep(unit, fresh);
    if (mended.length > 0)
      await unit.tx
        .update(unowned)
        .set({ mendedAt: unit.now })
        .where(
          inArray(
            unowned.id,
            mended.map(({ id }) => id),
          ),
        );
    const { children, works } = looked;
    const found = looked.broken.length;
    const id = unit.context.newId();
    await unit.tx.insert(ownershipCheck).values({ id, checkedAt: unit.now, children, works, found });
    await unit.audit({ kind: "ownership.checked", facts: { children, works, found } });
    return { found, mended: mended.length };
  });
}

const keyOf = (childId: string, kind: string) => `${childId} ${kind}`;

async function isDue({ tx, now }: Unit): Promise<boolean> {
  const [row] = await tx.execute<{ due: boolean }>(sql`
    select pg_try_advisory_xact_lock(${checkLock}) and not exists (select from ownership_check
      where checked_at > ${now.toISOString()}::timestamptz - ${ownershipEveryMinutes} * interval '1 minute') as due`);
  return row?.due === true;
}

async function keep(unit: Unit, fresh: readonly Broken[]): Promise<void> {
  if (fresh.length === 0) return;
  const rows = fresh.map(({ kind, contact_id: contactId, contact_child_id: contactChildId }) => ({
    ...{ id: unit.context.newId(), kind, contactId, contactChildId, foundAt: unit.now },
  }));
  await unit.tx.insert(unowned).values(rows);
  await unit.audit(
    ...rows.map(({ id, kind, contactId }) => ({
      kind: "child.unowned" as const,
      ...{ contactId, subjectId: id, facts: { kind } },
    })),
  );
  await oweHub(unit, "child-unowned", ...rows.map(({ id }) => id));
}
