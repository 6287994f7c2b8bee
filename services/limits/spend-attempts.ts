import { inArray, lt, sql } from "drizzle-orm";
import { attemptCount } from "#db/schema/identity";
import type { AttemptLimit, AttemptName } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { agreedHash } from "../sealing/key-ring.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

/** One thing that is limited: `of` is whom or where it counts for. It is kept as a keyed hash only. */
export type Spend = AttemptLimit & {
  name: AttemptName;
  of: string;
  /** Whose account or key it is tried for, where that is known for certain: who is told of in the audit. */
  subjectId?: string;
};

const limits = { kind: "system", process: "limits" } as const;

/**
 * Counts one attempt for each key, and commits before the attempt is made: attempts that run side by side cannot be
 * more than the limit, and one that ends in an error still counts.
 * @returns null when it may go on; else the moment from which the fullest of the keys is free again
 */
export async function spendAttempts(context: Context, spends: readonly Spend[]): Promise<Date | null> {
  return unitOfWork(context, limits, async (unit) => {
    const blocked: Date[] = [];
    // In one order for everybody, or two that share two keys would wait for each other.
    for (const spend of inOrder(context, spends)) {
      const until = new Date(unit.now.getTime() + spend.seconds * 1_000);
      const isOver = sql`${attemptCount.until} <= ${unit.now.toISOString()}`;
      const [row] = await unit.tx
        .insert(attemptCount)
        .values({ key: spend.key, count: 1, until })
        .onConflictDoUpdate({
          target: attemptCount.key,
          set: {
            count: sql`case when ${isOver} then 1 else ${attemptCount.count} + 1 end`,
            until: sql`case when ${isOver} then excluded.until else ${attemptCount.until} end`,
          },
        })
        .returning();
      if (!row || row.count <= spend.limit) continue;
      blocked.push(row.until);
      const about = spend.subjectId === undefined ? {} : { subjectId: spend.subjectId };
      // Only the first that is too many: what a flood could fill would hide what it is about.
      if (row.count === spend.limit + 1)
        await unit.audit({ kind: "attempts.limited", ...about, facts: { of: spend.name } });
    }
    await forgetOld(unit);
    return blocked.length === 0 ? null : new Date(Math.max(...blocked.map((moment) => moment.getTime())));
  });
}

/** Gives attempts back that turned out to be right: only what fails is limited. */
export async function refundAttempts(context: Context, spends: readonly Spend[]): Promise<void> {
  const keys = spends.map((spend) => keyOf(context, spend));
  await unitOfWork(context, limits, ({ tx }) =>
    tx
      .update(attemptCount)
      .set({ count: sql`greatest(${attemptCount.count} - 1, 0)` })
      .where(inArray(attemptCount.key, keys)),
  );
}

function keyOf({ keys }: Context, { name, of }: Spend): Buffer {
  return agreedHash(keys, "attempts", `${name}\0${of}`);
}

function inOrder(context: Context, spends: readonly Spend[]): (Spend & { key: Buffer })[] {
  return spends
    .map((spend) => ({ ...spend, key: keyOf(context, spend) }))
    .sort((a, b) => Buffer.compare(a.key, b.key));
}

/** A few rows each time that nobody counts on any more; those that somebody else is at are left. */
async function forgetOld({ tx, now }: Unit): Promise<void> {
  const old = tx
    .select({ key: attemptCount.key })
    .from(attemptCount)
    .where(lt(attemptCount.until, now))
    .limit(20)
    .for("update", { skipLocked: true });
  await tx.delete(attemptCount).where(inArray(attemptCount.key, old));
}
