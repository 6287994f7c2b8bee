import { eq, sql } from "drizzle-orm";
import { pathway, pathwayEntry, socialWorkReferral } from "#db/schema/pathways";
import type { assessmentBody, AssessmentTaken } from "#domain/api/assessment";
import { localDate } from "#domain/time-words";
import type { z } from "zod";
import type { Partner } from "../api/find-key.ts";
import type { Context } from "../context.ts";
import { Conflict, Invalid, NotFound } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { keepOutcome } from "./record-assessment.ts";
import { entryPlace } from "./write-entry.ts";

/**
 * What the case-management system says that an assessment found. Sent again it is answered as before. A person who
 * recorded another outcome here is not overruled by a program.
 * @throws NotFound; Invalid by field; Conflict for another outcome than the one that stands
 */
export async function outcomeFromSystem(
  context: Context,
  { organisation }: Partner,
  { referral, outcome, finishedOn }: z.output<typeof assessmentBody>,
): Promise<AssessmentTaken> {
  if (organisation.kind !== "council")
    throw new Invalid({ referral: "Only a system of the council itself says what an assessment found" });
  return unitOfWork(context, { kind: "system", process: "api" }, async (unit) => {
    const { tx, now } = unit;
    const [row] = await tx.select().from(pathway).where(eq(pathway.id, referral)).for("update");
    if (row?.kind !== "social_work_referral") throw new NotFound("no such referral");
    const [said] = await tx.select().from(socialWorkReferral).where(eq(socialWorkReferral.pathwayId, row.id));
    if (said?.assessedAt && said.assessmentOutcome) {
      if (said.assessmentOutcome !== outcome) throw new Conflict("another outcome stands", {});
      return { referral, outcome, recordedAt: said.assessedAt.toISOString() };
    }
    if (row.state !== "accepted" && row.state !== "active")
      throw new Invalid({ referral: "No team has this referral: nobody has accepted it, or it is over" });
    if (finishedOn > localDate(now)) throw new Invalid({ finishedOn: "This day has not come" });
    const entryId = context.newId();
    const key = await readDataKey(unit, "contact", row.contactId);
    await tx
      .update(pathway)
      .set({ state: "active", firstRecordAt: row.firstRecordAt ?? now, version: sql`${pathway.version} + 1` })
      .where(eq(pathway.id, row.id));
    await tx.insert(pathwayEntry).values({
      ...{ id: entryId, pathwayId: row.id, kind: "assessment-received", authorId: organisation.id, at: now },
      content: seal(key, entryPlace(entryId), { outcome, finishedOn }),
    });
    await keepOutcome(unit, row.id, { outcome, from: "system", entryId });
    await unit.audit({
      ...{ kind: "pathway.recorded", contactId: row.contactId, subjectId: row.id },
      facts: { entry: "assessment-received" },
    });
    return { referral, outcome, recordedAt: now.toISOString() };
  });
}
