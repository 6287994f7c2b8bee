import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { decision } from "#db/schema/decision";
import { roleGrant, staff } from "#db/schema/directory";
import { contact, contactChild } from "#db/schema/intake";
import { pathway, socialWorkReferral } from "#db/schema/pathways";
import { caseloads, type Caseload } from "#domain/caseload";
import { ageInYears } from "#domain/children-on-decision";
import type { Level } from "#domain/outcome";
import { localDate } from "#domain/time-words";
import type { Unit } from "../unit-of-work.ts";

/** More than a team has at once; nobody looks at a caseload beyond it. */
const atMost = 2_000;

/** Who of a team can be given a child: its social workers and its managers, by name. */
export async function loadTeamWorkers({ tx }: Unit, teamId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .selectDistinct({ id: staff.id, name: staff.name })
    .from(staff)
    .innerJoin(roleGrant, and(eq(roleGrant.staffId, staff.id), isNull(roleGrant.revokedAt)))
    .where(
      and(
        eq(staff.teamId, teamId),
        eq(staff.active, true),
        inArray(roleGrant.role, ["social_worker", "social_work_manager"]),
      ),
    )
    .orderBy(asc(staff.name));
}

const worker = alias(staff, "worker");

/** How many children each worker of a team has now. What does not exist for the reader is not counted. */
export async function loadCaseloads(unit: Unit, teamId: string): Promise<Caseload[]> {
  const [workers, rows] = await Promise.all([
    loadTeamWorkers(unit, teamId),
    unit.tx
      .select({
        workerId: socialWorkReferral.workerId,
        workerName: socialWorkReferral.workerName,
        known: worker.name,
        needCode: socialWorkReferral.needCode,
        rating: contact.rating,
        level: decision.level,
        dateOfBirth: contactChild.dateOfBirth,
        dueDate: contactChild.dueDate,
        estimatedAge: contactChild.estimatedAge,
      })
      .from(pathway)
      .innerJoin(socialWorkReferral, eq(socialWorkReferral.pathwayId, pathway.id))
      .innerJoin(contact, eq(contact.id, pathway.contactId))
      .innerJoin(contactChild, eq(contactChild.id, pathway.contactChildId))
      .innerJoin(decision, eq(decision.id, pathway.decisionId))
      .leftJoin(worker, eq(worker.id, socialWorkReferral.workerId))
      .where(
        and(eq(pathway.teamId, teamId), isNull(pathway.closedAt), isNotNull(socialWorkReferral.allocatedAt)),
      )
      .limit(atMost),
  ]);
  const today = localDate(unit.now);
  const ageOf = ({ dateOfBirth, dueDate, estimatedAge }: (typeof rows)[number]) => {
    if (dateOfBirth !== null) return ageInYears(dateOfBirth, today);
    return dueDate === null ? estimatedAge : -1;
  };
  return caseloads(
    workers,
    rows.map((row) => ({
      workerId: row.workerId,
      workerName: row.workerName ?? row.known,
      facts: { rating: row.rating, level: row.level as Level, age: ageOf(row), needCode: row.needCode },
    })),
  );
}
