import { asc, eq } from "drizzle-orm";
import { organisation, staff } from "#db/schema/directory";
import { strategyAction, strategyInformation } from "#db/schema/strategy";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { informationPlace } from "./give-information.ts";
import { actionPlace } from "./strategy-actions.ts";

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
    ...open<{ what: string; who: string }>(key, actionPlace(row.id), row.content),
  }));
}
