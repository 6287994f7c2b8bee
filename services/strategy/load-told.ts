import { asc, eq, inArray } from "drizzle-orm";
import { organisation, staff } from "#db/schema/directory";
import { section47Outcome, strategyAction, strategyAddendum, strategyInformation } from "#db/schema/strategy";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { addendumPlace } from "./append-record.ts";
import { informationPlace } from "./give-information.ts";
import { outcomePlace } from "./record-outcome.ts";
import { actionPlace, endingPlace } from "./strategy-actions.ts";

/** What each organisation told a discussion, the oldest first. */
export async function loadInformation({ tx }: Unit, discussionId: string, key: Buffer) {
  const rows = await tx
    .select({ row: strategyInformation, organisation: organisation.name, by: staff.name })
    .from(strategyInformation)
    .innerJoin(organisation, eq(organisation.id, strategyInformation.organisationId))
    .leftJoin(staff, eq(staff.id, strategyInformation.authorId))
    .where(eq(strategyInformation.discussionId, discussionId))
    .orderBy(asc(strategyInformation.at), asc(strategyInformation.id));
  return rows.map(({ row, organisation: name, by }) => ({
    id: row.id,
    organisationId: row.organisationId,
    organisation: name,
    by: by ?? "Somebody",
    at: row.at,
    ...open<{ knows: string; mayNotTell: string; staffRisks: string }>(
      key,
      informationPlace(row.id),
      row.content,
    ),
  }));
}

/** What is to be done, the first due on top. */
export async function loadActions({ tx }: Unit, discussionId: string, key: Buffer) {
  const rows = await tx
    .select({ row: strategyAction, organisation: organisation.name })
    .from(strategyAction)
    .innerJoin(organisation, eq(organisation.id, strategyAction.organisationId))
    .where(eq(strategyAction.discussionId, discussionId))
    .orderBy(asc(strategyAction.dueAt), asc(strategyAction.id));
  return rows.map(({ row, organisation: name }) => ({
    id: row.id,
    organisationId: row.organisationId,
    organisation: name,
    dueAt: row.dueAt,
    doneAt: row.doneAt,
    pathwayId: row.pathwayId,
    endedHow: row.endedHow,
    ending: row.ending && open<{ because: string }>(key, endingPlace(row.id), row.ending).because,
    ...open<{ what: string; who: string }>(key, actionPlace(row.id), row.content),
  }));
}

/** What was written beside the record since, the oldest first. */
export async function loadAddenda({ tx }: Unit, discussionId: string, key: Buffer) {
  const rows = await tx
    .select({ row: strategyAddendum, by: staff.name })
    .from(strategyAddendum)
    .leftJoin(staff, eq(staff.id, strategyAddendum.authorId))
    .where(eq(strategyAddendum.discussionId, discussionId))
    .orderBy(asc(strategyAddendum.at), asc(strategyAddendum.id));
  return rows.map(({ row, by }) => ({
    ...{ id: row.id, by: by ?? "Somebody", at: row.at },
    ...open<{ addendum: string; addendumWhy: string }>(key, addendumPlace(row.id), row.content),
  }));
}

/** How the work of these children ended that a discussion found, by their work. */
export async function loadOutcomes({ tx }: Unit, pathwayIds: readonly string[], key: Buffer) {
  const rows = await tx
    .select()
    .from(section47Outcome)
    .where(inArray(section47Outcome.pathwayId, [...pathwayIds]));
  return new Map(
    rows.map(({ pathwayId, outcome, conferenceOn, content }) => [
      pathwayId,
      {
        ...{ outcome, conferenceOn },
        because: open<{ outcomeBecause: string }>(key, outcomePlace(pathwayId), content).outcomeBecause,
      },
    ]),
  );
}
