import { and, asc, count, eq, exists, inArray, isNull, lt, ne, notExists, sql } from "drizzle-orm";
import { contactChild } from "#db/schema/intake";
import { agencyChase, agencyQuestion, agencyRequest } from "#db/schema/screening";
import { nextChase } from "#domain/agency-request";
import type { Context } from "../context.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

/** More than are due to be reminded at once; the next sweep goes on. */
const atOnce = 100;

/**
 * Reminds each agency that has not answered, once before its time has passed and once after. Nobody is reminded who waits
 * for an answer of ours, or once every child has a decision: what they know still helps then, but nothing waits for it.
 * @returns how many were reminded
 */
export async function chaseRequests(context: Context): Promise<number> {
  return unitOfWork(context, { kind: "system", process: "clock-sweep" }, async (unit) => {
    const due = await unit.tx
      .select({ row: agencyRequest, wanted: exists(undecided(unit)) })
      .from(agencyRequest)
      .where(
        and(isNull(agencyRequest.closedAt), lt(agencyRequest.chaseAt, unit.now), notExists(askedBack(unit))),
      )
      .orderBy(asc(agencyRequest.chaseAt))
      .limit(atOnce)
      .for("update", { of: agencyRequest, skipLocked: true });
    const chased = await countChases(
      unit,
      due.map(({ row }) => row.id),
    );
    let reminded = 0;
    for (const { row, wanted } of due) {
      const before = chased.get(row.id) ?? 0;
      if (wanted === true) {
        await remind(unit, row, before + 1);
        reminded += 1;
      }
      const chaseAt = wanted === true ? nextChase(row, before + 1, context.settings) : null;
      await unit.tx.update(agencyRequest).set({ chaseAt }).where(eq(agencyRequest.id, row.id));
    }
    return reminded;
  });
}

async function remind(unit: Unit, row: typeof agencyRequest.$inferSelect, ordinal: number): Promise<void> {
  const id = unit.context.newId();
  await unit.tx.insert(agencyChase).values({ id, requestId: row.id, ordinal, chasedAt: unit.now });
  await unit.owe({
    ...{ kind: "send-message", subjectId: id, recipientId: row.organisationId },
    facts: { message: "agency-chased", to: "organisation" },
  });
  await unit.audit({
    ...{ kind: "agency.chased", contactId: row.contactId, subjectId: row.id, facts: { ordinal } },
  });
}

const undecided = ({ tx }: Unit) =>
  tx
    .select({ one: sql`1` })
    .from(contactChild)
    .where(
      and(
        eq(contactChild.contactId, agencyRequest.contactId),
        eq(contactChild.standing, "subject"),
        ne(contactChild.state, "decided"),
      ),
    );

const askedBack = ({ tx }: Unit) =>
  tx
    .select({ one: sql`1` })
    .from(agencyQuestion)
    .where(and(eq(agencyQuestion.requestId, agencyRequest.id), isNull(agencyQuestion.answeredAt)));

/** How often each of these was reminded. */
export async function countChases({ tx }: Unit, requestIds: readonly string[]): Promise<Map<string, number>> {
  if (requestIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: agencyChase.requestId, n: count() })
    .from(agencyChase)
    .where(inArray(agencyChase.requestId, [...requestIds]))
    .groupBy(agencyChase.requestId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}
