import { and, eq } from "drizzle-orm";
import { agencyReply, agencyRequest } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import type { ReplyContent } from "#domain/agency-reply";
import type { ReplyKind } from "#domain/agency-request";
import { raiseVersion } from "../contacts/raise-version.ts";
import type { Context } from "../context.ts";
import { idFromForm } from "../decisions/form-key.ts";
import { Invalid } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findRequest } from "./find-request.ts";
import { replyPlace } from "./request-place.ts";
import { rememberSystems, systemsOf } from "./searched-systems.ts";
import { tellOfReply } from "./tell-of-reply.ts";

type Replying = {
  id: string;
  formKey: string;
  kind: ReplyKind;
  content: ReplyContent;
  /** The systems are those of last time, which stand with the account. */
  asBefore: boolean;
  /** More comes later: the request stays open. */
  part: boolean;
};

/**
 * Keeps what somebody answers for their agency, and says so to whoever works on the contact. What was answered stays;
 * the same form sent twice answers once.
 * @throws NotFound when their agency was not asked; Invalid by field
 */
export async function replyRequest(context: Context, actor: StaffActor, replying: Replying): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, contact } = await findRequest(unit, actor, replying.id, { lock: true });
    const id = idFromForm(context.keys, replying.formKey, row.id);
    const made = await unit.tx
      .select({ id: agencyReply.id })
      .from(agencyReply)
      .where(and(eq(agencyReply.id, id), eq(agencyReply.repliedBy, actor.id)));
    if (made.length > 0) return;
    if (row.closedAt !== null)
      throw new Invalid({ "": "Your agency has answered this already. Open it again to see what was said" });
    const before = replying.asBefore ? await systemsOf(unit, actor) : null;
    const content = before === null ? replying.content : { ...replying.content, systems: before };
    if (replying.kind === "no_trace" && content.systems === "")
      throw new Invalid({ systems: "Say which systems you searched" });
    const key = await readDataKey(unit, "contact", contact.id);
    const complete = !replying.part;
    await unit.tx.insert(agencyReply).values({
      ...{ id, requestId: row.id, kind: replying.kind, complete, repliedBy: actor.id, repliedAt: unit.now },
      content: seal(key, replyPlace(id), content),
    });
    await unit.tx
      .update(agencyRequest)
      .set({
        openedAt: row.openedAt ?? unit.now,
        ...(complete ? { closedAt: unit.now, closedHow: replying.kind, chaseAt: null } : {}),
      })
      .where(eq(agencyRequest.id, row.id));
    if (content.systems !== "") await rememberSystems(unit, actor, content.systems);
    await raiseVersion(unit, contact.id);
    await unit.audit({
      ...{ kind: "agency.replied", contactId: contact.id, subjectId: row.id },
      facts: { reply: replying.kind, complete },
    });
    await tellOfReply(unit, row, id);
  });
}
