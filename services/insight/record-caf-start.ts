import { and, eq, sql } from "drizzle-orm";
import { organisation } from "#db/schema/directory";
import { cafMentorOffer, cafStart } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { localDate } from "#domain/time-words";
import type { Context } from "../context.ts";
import { Conflict, Forbidden, Invalid } from "../errors.ts";
import { isId } from "../new-id.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

type Start = { organisationId: string; month: string; count: number; asAt: Date };

/**
 * Keeps how many an agency began in a month, for the first time or again. The same number again changes nothing.
 * @throws Invalid by field; Conflict when somebody entered another number meanwhile
 */
export async function recordCafStart(context: Context, actor: StaffActor, input: Start): Promise<void> {
  if (!may(actor, "record-caf-starts")) throw new Forbidden("record-caf-starts");
  await unitOfWork(context, actor, async (unit) => {
    const { organisationId, count, asAt } = input;
    const month = `${input.month}-01`;
    await agency(unit, organisationId);
    if (month > localDate(unit.now)) throw new Invalid({ month: "Choose a month that has begun" });
    const recorded = { count, recordedBy: actor.id, recordedAt: unit.now };
    const values = { id: context.newId(), month, organisationId, ...recorded };
    const [made] = await unit.tx.insert(cafStart).values(values).onConflictDoNothing().returning();
    if (!made) {
      const where = and(eq(cafStart.month, month), eq(cafStart.organisationId, organisationId));
      const [row] = await unit.tx.select().from(cafStart).where(where).for("update");
      if (row?.count === count) return;
      if (row && row.recordedAt > asAt) throw new Conflict("entered meanwhile", { count: row.count });
      await unit.tx
        .update(cafStart)
        .set({ ...recorded, version: sql`${cafStart.version} + 1` })
        .where(where);
    }
    await unit.audit({ kind: "caf.starts-recorded", subjectId: organisationId, facts: { month, count } });
  });
}

/** Writes down that a mentor's help was offered; once a day is enough. */
export async function offerMentor(
  context: Context,
  actor: StaffActor,
  organisationId: string,
): Promise<void> {
  if (!may(actor, "record-caf-starts")) throw new Forbidden("record-caf-starts");
  await unitOfWork(context, actor, async (unit) => {
    await agency(unit, organisationId);
    const offers = await unit.tx
      .select({ at: cafMentorOffer.offeredAt })
      .from(cafMentorOffer)
      .where(eq(cafMentorOffer.organisationId, organisationId));
    if (offers.some(({ at }) => localDate(at) === localDate(unit.now))) return;
    const id = context.newId();
    await unit.tx
      .insert(cafMentorOffer)
      .values({ id, organisationId, offeredBy: actor.id, offeredAt: unit.now });
    await unit.audit({ kind: "caf.mentor-offered", subjectId: organisationId, facts: {} });
  });
}

async function agency({ tx }: Unit, id: string): Promise<void> {
  const where = and(eq(organisation.id, isId(id) ? id : ""), eq(organisation.active, true));
  const [found] = isId(id) ? await tx.select({ id: organisation.id }).from(organisation).where(where) : [];
  if (!found) throw new Invalid({ organisationId: "Choose an agency from the list" });
}
