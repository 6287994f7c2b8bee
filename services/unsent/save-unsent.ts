import { and, count, eq, gt, inArray, isNotNull, lt, ne, sql } from "drizzle-orm";
import { unsentForm } from "#db/schema/unsent";
import type { StaffActor } from "#domain/actor";
import { keepHolding, type HeldNow } from "../contacts/keep-holding.ts";
import type { Context } from "../context.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findOwner, ownedBy, unsentSeal, type UnsentPlace } from "./unsent-place.ts";

type Typing = UnsentPlace & {
  id: string;
  saves: number;
  body: string;
  /** Earlier rows whose words stand in this page now: put back into it, or sent and refused. */
  instead: readonly string[];
};

export type KeptTyping = {
  savedAt: Date;
  held: HeldNow;
  /** When the same person last typed into the same form in another tab, if they did in the last few minutes. */
  otherTabAt: Date | null;
};

/** Another tab that was typed in within this time is taken to be open still. */
const otherTabMs = 10 * 60_000;

/**
 * Keeps what somebody is typing, as often as its page says. Typing is working: a hold of theirs starts again, and one
 * that somebody else has taken meanwhile stays theirs. A row that was sent, or that a later save has passed, stays as it is.
 */
export async function saveUnsent(context: Context, actor: StaffActor, typing: Typing): Promise<KeptTyping> {
  return unitOfWork(context, actor, async (unit) => {
    const { id, form, saves } = typing;
    const { contactId, callId, key, hold } = await findOwner(unit, actor, typing);
    const held = contactId === null ? null : await keepHolding(unit, actor, contactId, hold);
    const body = seal(key, unsentSeal({ id, staffId: actor.id }), typing.body);
    const [written] = await unit.tx
      .insert(unsentForm)
      .values({ id, staffId: actor.id, contactId, callId, form, body, saves, savedAt: unit.now })
      .onConflictDoUpdate({
        target: unsentForm.id,
        set: { body, saves, savedAt: unit.now },
        setWhere: and(eq(unsentForm.form, form), lt(unsentForm.saves, saves), isNotNull(unsentForm.body)),
      })
      .returning({ first: sql<boolean>`xmax = 0` });
    if (written?.first === true) {
      const about = contactId === null ? {} : { contactId };
      await unit.audit({ kind: "form.typed", ...about, subjectId: id, facts: { form } });
      if (typing.instead.length > 0)
        await unit.tx
          .update(unsentForm)
          .set({ body: null })
          .where(and(inArray(unsentForm.id, [...typing.instead]), eq(unsentForm.staffId, actor.id)));
    }
    const [other] = await unit.tx
      .select({ at: sql<string | null>`max(${unsentForm.savedAt})`, n: count() })
      .from(unsentForm)
      .where(
        and(
          ...[ownedBy({ contactId, callId }), eq(unsentForm.staffId, actor.id), eq(unsentForm.form, form)],
          ...[ne(unsentForm.id, id), isNotNull(unsentForm.body)],
          gt(unsentForm.savedAt, new Date(unit.now.getTime() - otherTabMs)),
        ),
      );
    return { savedAt: unit.now, held, otherTabAt: other?.at == null ? null : new Date(other.at) };
  });
}
