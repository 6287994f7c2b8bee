import { eq } from "drizzle-orm";
import { strategyDiscussion } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { localInstant } from "#domain/local-time";
import { nextSchema } from "#domain/strategy-record";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { invalidFrom } from "../pathways/invalid-from.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findDiscussion } from "./find-discussion.ts";
import { nextDiscussion } from "./next-discussion.ts";
import { refuseUnless } from "./refuse-unless.ts";

/** Calls another discussion after one that was held, on the work that is not over. It moves no clock of what was found. */
export async function callNext(
  context: Context,
  actor: StaffActor,
  input: { id: string; draft: Readonly<Record<string, unknown>> },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const found = await findDiscussion(unit, actor, input.id, "chair-strategy", true);
    refuseUnless(found.row, "call-next");
    const read = nextSchema.safeParse(input.draft);
    if (!read.success) throw invalidFrom(read.error);
    const at = localInstant(read.data.nextOn, read.data.nextAt);
    if (at <= unit.now) throw new Invalid({ nextOn: "Enter a time that is still to come" });
    const ofContact = eq(strategyDiscussion.contactId, found.contact.id);
    const rows = await unit.tx
      .select({ previousId: strategyDiscussion.previousId, heldAt: strategyDiscussion.heldAt })
      .from(strategyDiscussion)
      .where(ofContact);
    if (rows.some(({ heldAt, previousId }) => heldAt === null || previousId === found.row.id))
      throw new Invalid({ "": "The next discussion is called already" });
    if (found.children.every(({ work }) => work.state === "closed"))
      throw new Invalid({ "": "The work of every child is over. News is a new contact, or a new decision." });
    await nextDiscussion(unit, found, at);
    await unit.audit({
      ...{ kind: "strategy.next-called", contactId: found.contact.id, subjectId: found.row.id, facts: {} },
    });
  });
}
