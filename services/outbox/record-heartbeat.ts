import { like, sql } from "drizzle-orm";
import { heartbeat } from "#db/schema/proof";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import type { Performed } from "./owed-work.ts";

const prefix = "queue:";

/**
 * Keeps that a job went all the way through a queue just now. One row a queue, whichever process performed it: dead
 * processes leave none behind, and the question that matters is whether the queue moves.
 */
export async function recordHeartbeat(context: Context, queue: string): Promise<Performed> {
  return unitOfWork<Performed>(context, { kind: "system", process: "worker" }, async ({ tx }) => {
    const now = sql`clock_timestamp()`;
    await tx
      .insert(heartbeat)
      .values({ process: prefix + queue, startedAt: now, beatAt: now })
      .onConflictDoUpdate({ target: heartbeat.process, set: { beatAt: now } });
    return "done";
  });
}

/** When each queue last carried a job from end to end. */
export async function readHeartbeats(context: Context): Promise<Map<string, Date>> {
  return unitOfWork(context, { kind: "system", process: "worker" }, async ({ tx }) => {
    const rows = await tx
      .select({ process: heartbeat.process, beatAt: heartbeat.beatAt })
      .from(heartbeat)
      .where(like(heartbeat.process, `${prefix}%`));
    return new Map(rows.map((row) => [row.process.slice(prefix.length), row.beatAt]));
  });
}
