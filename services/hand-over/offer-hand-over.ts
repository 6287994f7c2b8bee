import { and, eq, isNull } from "drizzle-orm";
import { handOver } from "#db/schema/hand-over";
import type { StaffActor } from "#domain/actor";
import { acceptBy, targetWords, type HandOverTarget } from "#domain/hand-over";
import { may } from "#domain/permissions";
import { calendarOf } from "#domain/working-calendar";
import { findContact } from "../contacts/contact-access.ts";
import { renewHold } from "../contacts/renew-hold.ts";
import { writeNote } from "../contacts/write-note.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findColleague } from "./colleagues.ts";
import { isUndecided } from "./is-undecided.ts";

/**
 * Offers one contact to somebody, with a line about what they have to know. It stays with whoever has it until the other
 * one accepts it by name. Offering it again takes the first offer back.
 * @param input.to "night", "day" or somebody's id
 * @throws Forbidden when they neither hold it nor manage; Invalid by `to` or `line`
 */
export async function offerHandOver(
  context: Context,
  actor: StaffActor,
  input: { reference: string; to: string; line: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, subject } = await findContact(unit, actor, input.reference);
    if (!may(actor, "hold") || (subject.holderId !== actor.id && !may(actor, "take-over")))
      throw new Forbidden("hold");
    if (input.line === "") throw new Invalid({ line: "Say in a line what the next one has to know" });
    const target: HandOverTarget = input.to === "night" || input.to === "day" ? input.to : "person";
    const to =
      target === "person" ? await findColleague(unit, actor, { staffId: input.to, contact: row }) : null;
    if (!(await isUndecided(unit, row.id)))
      throw new Invalid({ to: "It is decided: there is nothing to hand over" });
    await renewHold(unit, actor, row.id);
    await takeBack(unit, actor, row.id);
    const name = target === "person" ? (to?.name ?? "") : targetWords[target];
    const noteId = await writeNote(unit, actor, row.id, {
      kind: "note",
      text: `Handed to ${name}: ${input.line}`,
    });
    const id = context.newId();
    const { settings } = context;
    await unit.tx.insert(handOver).values({
      ...{ id, contactId: row.id, fromId: actor.id, target, toId: to?.id ?? null, noteId },
      ...{ offeredAt: unit.now, acceptBy: acceptBy(target, unit.now, settings, calendarOf(settings)) },
    });
    await unit.audit({
      kind: "hand-over.offered",
      contactId: row.id,
      subjectId: id,
      facts: { target, toId: to?.id ?? null },
    });
  });
}

/** What is open about this contact ends, whoever offered it: one contact is offered to one place. */
async function takeBack(unit: Unit, actor: StaffActor, contactId: string): Promise<void> {
  const ended = await unit.tx
    .update(handOver)
    .set({ ending: "withdrawn", endedBy: actor.id, endedAt: unit.now, seenAt: unit.now })
    .where(and(eq(handOver.contactId, contactId), isNull(handOver.endedAt)))
    .returning({ id: handOver.id });
  await unit.audit(
    ...ended.map(({ id: subjectId }) => ({
      kind: "hand-over.ended" as const,
      ...{ contactId, subjectId, facts: { how: "withdrawn" as const } },
    })),
  );
}
