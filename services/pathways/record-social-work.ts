import { eq } from "drizzle-orm";
import { socialWorkReferral } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { localInstant } from "#domain/local-time";
import { stopClocks } from "../clocks/stop-clocks.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { closePathway } from "./close-pathway.ts";
import { writeRecord, type Recording } from "./write-record.ts";

const on = ["social_work_referral"] as const;

/** Records which worker has the child and when the first visit is. */
export async function recordAllocation(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  await writeRecord(context, actor, input, { kind: "allocation", on }, async (unit, { row, record }) => {
    if (record.need === "") return;
    await unit.tx
      .update(socialWorkReferral)
      .set({ needCode: record.need })
      .where(eq(socialWorkReferral.pathwayId, row.id));
  });
}

/** Records that the child was seen, by whom, alone or not, and what they said. The first time is the one that counts. */
export async function recordChildSeen(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  await writeRecord(context, actor, input, { kind: "child-seen", on }, async (unit, { row, record }) => {
    const seenAt = localInstant(record.seenOn, record.seenAt);
    if (seenAt > unit.now) throw new Invalid({ seenOn: "Enter a time that has passed" });
    const [referral] = await unit.tx
      .select({ childSeenAt: socialWorkReferral.childSeenAt })
      .from(socialWorkReferral)
      .where(eq(socialWorkReferral.pathwayId, row.id));
    const earlier = referral?.childSeenAt ?? null;
    if (earlier !== null && earlier <= seenAt) return;
    await unit.tx
      .update(socialWorkReferral)
      .set({ childSeenAt: seenAt })
      .where(eq(socialWorkReferral.pathwayId, row.id));
  });
}

/** Ends a referral without an assessment, with a reason that the social-work manager signs. */
export async function endWithoutAssessment(
  context: Context,
  actor: StaffActor,
  input: Recording,
): Promise<void> {
  const form = { kind: "ended-without-assessment", on } as const;
  await writeRecord(context, actor, input, form, async (unit, { row, entryId }) => {
    await unit.tx
      .update(socialWorkReferral)
      .set({ endedWithoutAssessmentAt: unit.now })
      .where(eq(socialWorkReferral.pathwayId, row.id));
    await stopClocks(unit, { pathwayId: row.id }, entryId);
    await closePathway(unit, row, "ended-without-assessment");
  });
}
