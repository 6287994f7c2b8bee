import { and, eq, isNull } from "drizzle-orm";
import { agencyRequest } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { requestStatusWords, shownToAgency, type RequestContent } from "#domain/agency-request";
import { clockFace } from "#domain/clock-face";
import type { ContactFacts } from "#domain/contact-facts";
import { isAddressSecret } from "#domain/secret-address";
import type { Context } from "../context.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findRequest } from "./find-request.ts";
import { loadQuestions } from "./load-questions.ts";
import { loadReplies } from "./load-requests.ts";
import { requestPlace } from "./request-place.ts";
import { systemsOf } from "./searched-systems.ts";

export type RequestForAgency = Awaited<ReturnType<typeof readRequest>>;

/** What an agency was asked, as somebody there sees it: what they need to search and to answer, and nothing else. */
export async function readRequest(context: Context, actor: StaffActor, id: string) {
  return unitOfWork(context, actor, async (unit) => {
    const { row, contact, askedBy } = await findRequest(unit, actor, id);
    const key = await readDataKey(unit, "contact", contact.id);
    const [replies, questions, systems] = await Promise.all([
      loadReplies(unit, [row.id], key),
      loadQuestions(unit, [row.id], key),
      systemsOf(unit, actor),
      unit.audit({ kind: "agency.viewed", contactId: contact.id, subjectId: row.id, facts: {} }),
    ]);
    if (row.openedAt === null) {
      const opened = await unit.tx
        .update(agencyRequest)
        .set({ openedAt: unit.now })
        .where(and(eq(agencyRequest.id, row.id), isNull(agencyRequest.openedAt)))
        .returning({ id: agencyRequest.id });
      if (opened.length > 0)
        await unit.audit({ kind: "agency.opened", contactId: contact.id, subjectId: row.id, facts: {} });
    }
    const shown = shownToAgency(open<RequestContent>(key, requestPlace(row.id), row.content));
    const facts = open<ContactFacts>(
      key,
      { table: "contact", row: contact.id, column: "facts" },
      contact.facts,
    );
    const parts = replies.get(row.id) ?? [];
    const state = { ...row, openedAt: row.openedAt ?? unit.now, chased: 0 };
    return {
      ...shown,
      // Kept secret after it was asked, too.
      people: isAddressSecret(facts) ? shown.people.map((one) => ({ ...one, address: null })) : shown.people,
      safeContact: facts.safeContact,
      id: row.id,
      reference: contact.reference,
      rating: contact.rating,
      askedBy,
      asAt: unit.now,
      askedAt: row.askedAt,
      basis: row.basis,
      due: clockFace({ startedAt: row.askedAt, dueAt: row.dueAt }, unit.now, null),
      closedHow: row.closedHow,
      status: requestStatusWords(
        { ...state, parts: parts.filter(({ complete }) => !complete).length },
        unit.now,
      ),
      replies: parts,
      askedBack: questions.get(row.id) ?? [],
      systems,
      formKey: context.newId(),
    };
  });
}
