import { and, eq, isNull } from "drizzle-orm";
import { brokenGlass } from "#db/schema/restricted";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import type { glassFindings } from "#domain/restriction";
import type { Context } from "../context.ts";
import { Forbidden, Invalid, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";

/**
 * Says whether opening a restricted contact in an emergency was needed. Once: what was found stands.
 * @throws NotFound when it is not there or reviewed already, Forbidden for whoever opened it, Invalid by `note`
 */
export async function reviewGlass(
  context: Context,
  actor: StaffActor,
  input: { id: string; finding: (typeof glassFindings)[number]; note: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const [row] = isId(input.id)
      ? await unit.tx
          .select()
          .from(brokenGlass)
          .where(and(eq(brokenGlass.id, input.id), isNull(brokenGlass.reviewedAt)))
          .for("update")
      : [];
    if (!row) throw new NotFound("nothing to review");
    if (!may(actor, "review-break-glass", { begunById: row.staffId })) throw new Forbidden("review it");
    if (input.note === "") throw new Invalid({ note: "Say in one line what you found" });
    const key = await readDataKey(unit, "contact", row.contactId);
    const place = { table: "broken_glass", row: row.id, column: "review_note" };
    await unit.tx
      .update(brokenGlass)
      .set({
        ...{ finding: input.finding, reviewNote: seal(key, place, input.note) },
        ...{ reviewedBy: actor.id, reviewedAt: unit.now },
      })
      .where(eq(brokenGlass.id, row.id));
    const { finding } = input;
    await unit.audit({
      kind: "glass.reviewed",
      contactId: row.contactId,
      subjectId: row.id,
      facts: { finding },
    });
  });
}
