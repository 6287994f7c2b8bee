import { and, eq, isNull, sql } from "drizzle-orm";
import { addressChange } from "#db/schema/administration";
import { organisation, staff, team } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import type { Unit } from "../unit-of-work.ts";
import { readingAs } from "./administering.ts";

/** An organisation or a team that notices go to. */
export type Addressee = { of: "organisation" | "team"; id: string };

export const isFor = ({ of, id }: Addressee) =>
  eq(of === "organisation" ? addressChange.organisationId : addressChange.teamId, id);

export type OpenAddressChange = {
  id: string;
  newEmail: string;
  reason: string;
  by: string;
  at: Date;
  /** They proposed it themselves and cannot confirm it. */
  mine: boolean;
};

const chosen = { change: addressChange, by: staff.name };

/** The address that waits for a second person; null when none does. */
export async function openAddressChange(
  { tx }: Unit,
  actor: StaffActor,
  addressee: Addressee,
): Promise<OpenAddressChange | null> {
  const [found] = await tx
    .select(chosen)
    .from(addressChange)
    .innerJoin(staff, eq(staff.id, addressChange.proposedBy))
    .where(and(isFor(addressee), isNull(addressChange.settledAt)));
  return found ? asOpen(found, actor) : null;
}

const asOpen = (
  { change, by }: { change: typeof addressChange.$inferSelect; by: string },
  actor: StaffActor,
): OpenAddressChange => ({
  ...{ id: change.id, newEmail: change.newEmail, reason: change.reason, at: change.proposedAt },
  ...{ by, mine: change.proposedBy === actor.id },
});

export type WaitingAddress = OpenAddressChange & {
  addressee: Addressee;
  whose: string;
  oldEmail: string | null;
};

/** Every address that waits for a second person, the oldest first. There are seldom more than a few. */
export async function listWaitingAddresses(context: Context, actor: StaffActor): Promise<WaitingAddress[]> {
  return readingAs(context, actor, async (unit) => {
    const rows = await unit.tx
      .select({
        ...chosen,
        whose: sql<string>`coalesce(${organisation.name} || ', ' || ${team.name}, ${organisation.name})`,
      })
      .from(addressChange)
      .innerJoin(staff, eq(staff.id, addressChange.proposedBy))
      .leftJoin(team, eq(team.id, addressChange.teamId))
      .innerJoin(
        organisation,
        sql`${organisation.id} = coalesce(${addressChange.organisationId}, ${team.organisationId})`,
      )
      .where(isNull(addressChange.settledAt))
      .orderBy(addressChange.id)
      .limit(200);
    const resultIds = rows.map(({ change }) => change.id);
    await unit.audit({ kind: "list.viewed", facts: { list: "addresses", resultIds } });
    return rows.map(({ whose, ...row }) => {
      const { oldEmail } = row.change;
      return { ...asOpen(row, actor), whose, oldEmail, addressee: addresseeOf(row.change) };
    });
  });
}

/** The table takes a change of exactly one of the two. */
export const addresseeOf = ({
  organisationId,
  teamId,
}: Pick<typeof addressChange.$inferSelect, "organisationId" | "teamId">): Addressee =>
  teamId === null ? { of: "organisation", id: organisationId ?? "" } : { of: "team", id: teamId };

/** What was proposed for something that ends is taken back: nothing is sent there any more. */
export async function endAddressChange(unit: Unit, addressee: Addressee): Promise<void> {
  const { actor, now } = unit;
  if (actor.kind !== "staff") throw new Error("only a person settles an address");
  const ended = await unit.tx
    .update(addressChange)
    .set({ settledBy: actor.id, settledAt: now, outcome: "withdrawn" })
    .where(and(isFor(addressee), isNull(addressChange.settledAt)))
    .returning({ id: addressChange.id });
  for (const { id } of ended)
    await unit.audit({ kind: "address.settled", subjectId: id, facts: { outcome: "withdrawn" } });
}
