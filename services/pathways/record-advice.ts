import { eq } from "drizzle-orm";
import { adviceEpisode } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { stopClocks } from "../clocks/stop-clocks.ts";
import type { Context } from "../context.ts";
import { closePathway } from "./close-pathway.ts";
import { writeRecord, type Recording } from "./write-record.ts";

/** Records advice that was given. The first contact is made, and the work closes when whoever gave it says so. */
export async function recordAdvice(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  const form = { kind: "advice", on: ["advice_episode"] } as const;
  await writeRecord(context, actor, input, form, async (unit, { row, record, entryId }) => {
    await unit.tx
      .update(adviceEpisode)
      .set({ adviceGivenAt: unit.now })
      .where(eq(adviceEpisode.pathwayId, row.id));
    await stopClocks(unit, { kind: "first_contact", pathwayId: row.id }, entryId);
    if (record.finished === "yes") await closePathway(unit, row, "advice-given");
  });
}
