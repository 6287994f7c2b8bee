import { and, eq, inArray } from "drizzle-orm";
import { agencyRequest } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { nextChase, type RequestContent } from "#domain/agency-request";
import { may } from "#domain/permissions";
import { findContactFor } from "../contacts/contact-access.ts";
import { raiseVersionFrom } from "../contacts/raise-version.ts";
import { renewHold } from "../contacts/renew-hold.ts";
import { runningClocks } from "../contacts/running-clocks.ts";
import type { Context } from "../context.ts";
import { idFromForm } from "../decisions/form-key.ts";
import { Invalid } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { listAskable } from "./list-askable.ts";
import { loadCoverable } from "./load-coverable.ts";
import { openRequestsOf, refuseAsking, type Asking } from "./refuse-asking.ts";
import { requestPlace } from "./request-place.ts";

/**
 * Asks agencies what they know: one sending, a request to each. The same form sent twice asks once.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by field for what the rating, the clock or the form does not allow
 */
export async function askAgencies(context: Context, actor: StaffActor, asking: Asking): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, subject } = await findContactFor(unit, actor, asking.reference, "ask-agencies");
    const wanted = asking.agency.map((organisationId) => ({
      organisationId,
      id: idFromForm(context.keys, asking.formKey, `${row.id} ${organisationId}`),
    }));
    const ids = wanted.map(({ id }) => id);
    const made = await unit.tx
      .select({ id: agencyRequest.id })
      .from(agencyRequest)
      .where(and(inArray(agencyRequest.id, ids), eq(agencyRequest.askedBy, actor.id)));
    if (made.length > 0) return;
    await renewHold(unit, actor, row.id);
    await raiseVersionFrom(unit, row.id, asking.version);
    const [clocks, people, agencies, waiting] = await Promise.all([
      runningClocks(unit, row.id),
      loadCoverable(unit, row),
      listAskable(unit, row.id, { only: asking.agency }),
      openRequestsOf(unit, row.id),
    ]);
    refuseAsking({ ...asking, rating: row.rating }, clocks.decision?.dueAt ?? null, {
      unit,
      manages: may(actor, "take-over", subject),
    });
    const covered = people.filter(({ id }) => asking.covers.includes(id));
    if (covered.length === 0) throw new Invalid({ covers: "Choose at least one person" });
    if (agencies.rows.length !== new Set(asking.agency).size)
      throw new Invalid({ agency: "One of these agencies cannot be asked. Look at the list again" });
    const again = agencies.rows.find(({ id }) => waiting.has(id));
    if (again) throw new Invalid({ agency: `${again.name} was asked already and has not answered yet` });
    const key = await readDataKey(unit, "contact", row.id);
    const shared: Omit<RequestContent, "questions"> = {
      people: covered.map(({ name, birth, address }) => ({ name, birth, address })),
      worry: asking.worry,
      proportionate: asking.proportionate,
      familyTold: asking.familyTold === "yes",
      notToldBecause: asking.familyTold === "yes" ? null : (asking.notToldBecause ?? null),
      share: asking.share,
      managersReason: asking.managersReason === "" ? null : asking.managersReason,
    };
    await unit.tx.insert(agencyRequest).values(
      wanted.map(({ id, organisationId }) => ({
        ...{ id, contactId: row.id, organisationId, basis: asking.basis },
        ...{ askedBy: actor.id, askedAt: unit.now, dueAt: asking.due },
        chaseAt: nextChase({ askedAt: unit.now, dueAt: asking.due }, 0, context.settings),
        content: seal(key, requestPlace(id), {
          ...shared,
          questions: asking.questions.get(organisationId) ?? "",
        }),
      })),
    );
    const facts = { basis: asking.basis, dueAt: asking.due.toISOString() };
    await unit.audit(
      ...ids.map((subjectId) => ({ kind: "agency.asked" as const, contactId: row.id, subjectId, facts })),
    );
    await unit.owe(
      ...wanted.map(({ id, organisationId }) => ({
        ...{ kind: "send-message" as const, subjectId: id, recipientId: organisationId },
        facts: { message: "agency-asked" as const, to: "organisation" as const },
      })),
    );
  });
}
