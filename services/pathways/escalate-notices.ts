import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { organisation, roleGrant, staff } from "#db/schema/directory";
import { caseNotice } from "#db/schema/pathways";
import { contactBar } from "#db/schema/restricted";
import type { Role } from "#domain/actor";
import type { Context } from "../context.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

/** Told of in one transaction; the next sweep goes on. */
const atOnce = 100;

type Late = { pathway_id: string; clock_id: string; contact_id: string; team_id: string | null };

/**
 * Goes up a step for information on an open case that nobody has acknowledged in time: to the manager of the worker's
 * team, and for Red then to the service manager. Each hears once; where nobody has the part, the hub's managers do.
 * @returns how many steps were taken
 */
export async function escalateNotices(context: Context): Promise<number> {
  return unitOfWork(context, { kind: "system", process: "clock-sweep" }, async (unit) => {
    const first = await lateNotices(unit, "manager");
    for (const one of first) {
      await unit.tx
        .update(caseNotice)
        .set({ managerToldAt: unit.now })
        .where(eq(caseNotice.pathwayId, one.pathway_id));
      await tell(unit, one, one.pathway_id, "social_work_manager");
    }
    const second = await lateNotices(unit, "service");
    for (const one of second) {
      await unit.tx
        .update(caseNotice)
        .set({ serviceToldAt: unit.now })
        .where(eq(caseNotice.pathwayId, one.pathway_id));
      await tell(unit, one, one.clock_id, "service_manager");
    }
    return first.length + second.length;
  });
}

async function lateNotices({ tx, now, context }: Unit, step: "manager" | "service"): Promise<Late[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const wait = context.settings.openCaseEscalateMinutes;
  const due =
    step === "manager"
      ? sql`notice.manager_told_at is null and clock.due_at <= ${at}`
      : sql`notice.manager_told_at is not null and notice.service_told_at is null and contact.rating = 'R'
          and clock.due_at + ${wait} * interval '1 minute' <= ${at}`;
  return tx.execute<Late>(sql`
    select notice.pathway_id, clock.id as clock_id, clock.contact_id, pathway.team_id
    from clock join pathway on pathway.id = clock.pathway_id join case_notice notice on notice.pathway_id = pathway.id
      join contact on contact.id = clock.contact_id
    where clock.kind = 'acknowledge' and clock.stopped_at is null and notice.acknowledged_at is null and ${due}
    order by clock.due_at
    limit ${atOnce}
    for update of notice skip locked`);
}

/**
 * @param subjectId what the message is about: another one at each step, for somebody who has both parts hears twice
 */
async function tell(unit: Unit, late: Late, subjectId: string, role: Role): Promise<void> {
  const ofTeam = role === "social_work_manager" ? late.team_id : null;
  const all =
    ofTeam === null && role === "social_work_manager" ? [] : await whoHas(unit, late, [role], ofTeam);
  const people = all.length > 0 ? all : await whoHas(unit, late, ["manager", "on_call_manager"], null);
  await unit.owe(
    ...people.map((recipientId) => ({
      ...{ kind: "send-message" as const, subjectId, recipientId },
      facts: { message: "case-unacknowledged" as const, to: "staff" as const },
    })),
  );
  await unit.audit({
    kind: "case-notice.escalated",
    contactId: late.contact_id,
    subjectId: late.pathway_id,
    facts: { to: role === "service_manager" ? "service" : "manager" },
  });
}

/** Those with one of these roles, but for whoever must not know of the contact. */
async function whoHas(
  { tx }: Unit,
  { contact_id }: Late,
  roles: readonly Role[],
  teamId: string | null,
): Promise<string[]> {
  const barred = tx
    .select({ id: contactBar.staffId })
    .from(contactBar)
    .where(and(eq(contactBar.contactId, contact_id), isNull(contactBar.endedAt)));
  const found = await tx
    .selectDistinct({ id: staff.id })
    .from(staff)
    .innerJoin(organisation, and(eq(organisation.id, staff.organisationId), eq(organisation.active, true)))
    .innerJoin(roleGrant, and(eq(roleGrant.staffId, staff.id), isNull(roleGrant.revokedAt)))
    .where(
      and(
        eq(staff.active, true),
        inArray(roleGrant.role, [...roles]),
        teamId === null ? undefined : eq(staff.teamId, teamId),
        sql`${staff.id} not in ${barred}`,
      ),
    );
  return found.map(({ id }) => id);
}
