import type { StaffActor } from "#domain/actor";
import type { Context } from "../../context.ts";
import { Erased, NotFound } from "../../errors.ts";
import { isId } from "../../new-id.ts";
import { propose } from "../../two-people/propose.ts";
import { unitOfWork } from "../../unit-of-work.ts";
import { findRecord } from "../find-record.ts";
import { findSubject } from "./subject.ts";

/**
 * Begins an answer to somebody who asked what is held about them. It is prepared by one person and released by another;
 * nothing of it can be taken before.
 * @returns its id
 */
export async function askForAccess(
  context: Context,
  actor: StaffActor,
  asked: { reference: string; whose: "child" | "adult"; id: string; reason: string },
): Promise<string> {
  return unitOfWork(context, actor, async (unit) => {
    const row = await findRecord(unit, actor, asked.reference);
    if (row.erasedAt !== null) throw new Erased(row.erasedAt, row.erasedGround);
    if (!isId(asked.id)) throw new NotFound("nobody of this kind");
    const subject = await findSubject(unit, asked.whose, asked.id);
    if (subject.contactId !== row.id) throw new NotFound("nobody of this contact");
    return propose(unit, actor, {
      ...{ kind: "access-export", subjectId: subject.id, contactId: row.id },
      facts: { who: asked.whose },
      reason: asked.reason,
    });
  });
}
