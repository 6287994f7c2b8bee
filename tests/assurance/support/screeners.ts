import postgres from "postgres";
import { gatherCrew } from "#services/demo/load/crew";
import { fillQueue, pressTogether, type PressingReport } from "../../support/pressing.ts";
import { addStaff } from "../../support/staff.ts";
import type { System } from "./system.ts";

/** Twenty screeners of one hub press "take the next" until nothing is left; then all of it goes back. */
export async function takeTogether(
  { context, postgres: { ownerUrl } }: System,
  seed: string,
  contacts: number,
): Promise<PressingReport> {
  const owner = postgres(ownerUrl, { max: 5, onnotice: () => undefined });
  try {
    const crew = await gatherCrew(context);
    const { organisationId, organisationKind, teamId } = crew.withRole("screener", 0);
    const place = { organisationId, organisationKind, teamId: teamId ?? "" };
    const people = await Promise.all(
      Array.from({ length: 20 }, () => addStaff(context, ["screener"], { place })),
    );
    const number = [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
    await fillQueue(context, owner, { contacts, seed: number });
    return await pressTogether(context, owner, people);
  } finally {
    await owner`update hold set holder_id = null, taken_at = null, lease_until = null, has_notes = false`;
    await owner.end();
  }
}
