import { asc, desc, eq, isNull, sql } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { contact } from "#db/schema/intake";
import { brokenGlass } from "#db/schema/restricted";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import type { glassFindings } from "#domain/restriction";
import { mayKnowOf } from "../contacts/known-to.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";

export type Opened = {
  id: string;
  reference: string;
  by: string;
  at: Date;
  until: Date;
  reviewBy: Date;
  reason: string;
  finding: (typeof glassFindings)[number] | null;
  /** Whoever opened it cannot be the one who says that it was needed. */
  mine: boolean;
};

/** What waits for a review is never more than a busy week's; of what was reviewed the newest are enough here. */
const atMost = 100;

/** The restricted contacts that were opened in an emergency: what waits for a review first, the oldest on top. */
export async function listOpened(context: Context, actor: StaffActor): Promise<Opened[]> {
  if (!may(actor, "review-break-glass")) throw new Forbidden("review-break-glass");
  return unitOfWork(context, actor, async (unit) => {
    const found = await unit.tx
      .select({ row: brokenGlass, reference: contact.reference, by: staff.name })
      .from(brokenGlass)
      .innerJoin(contact, eq(contact.id, brokenGlass.contactId))
      .leftJoin(staff, eq(staff.id, brokenGlass.staffId))
      .where(mayKnowOf(actor))
      .orderBy(
        desc(isNull(brokenGlass.reviewedAt)),
        asc(sql`case when ${brokenGlass.reviewedAt} is null then ${brokenGlass.openedAt} end`),
        desc(brokenGlass.openedAt),
      )
      .limit(atMost);
    const keys = await readDataKeys(
      unit,
      "contact",
      found.map(({ row }) => row.contactId),
    );
    await unit.audit({
      kind: "list.viewed",
      facts: { list: "opened", resultIds: found.map(({ row }) => row.contactId) },
    });
    return found.map(({ row, reference, by }) => {
      const key = keys.get(row.contactId);
      const place = { table: "broken_glass", row: row.id, column: "reason" };
      return {
        ...{ id: row.id, reference, by: by ?? "Somebody", at: row.openedAt, until: row.expiresAt },
        ...{ reviewBy: row.reviewBy, finding: row.finding, mine: row.staffId === actor.id },
        reason: key ? open<string>(key, place, row.reason) : "(erased)",
      };
    });
  });
}
