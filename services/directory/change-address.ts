import { and, eq, isNull } from "drizzle-orm";
import { addressChange } from "#db/schema/administration";
import { organisation, team } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import type { AddressOutcome, DirectoryFacts } from "#domain/directory";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { Invalid, NotFound } from "../errors.ts";
import { findAddress } from "../mail/find-address.ts";
import type { Unit } from "../unit-of-work.ts";
import { addresseeOf, isFor, type Addressee } from "./address-changes.ts";
import { administering } from "./administering.ts";
import { keepChange } from "./history.ts";
import { findOrganisation } from "./organisations.ts";
import { findTeam } from "./teams.ts";

/**
 * Proposes another address for the notices of an organisation or a team. Nothing is sent there until another
 * administrator confirms it: whoever could change it alone could have the hub's work sent to themselves.
 * @throws NotFound; Invalid by field
 */
export async function proposeAddress(
  context: Context,
  actor: StaffActor,
  asked: { addressee: Addressee; newEmail: string; reason: string },
): Promise<void> {
  const { addressee, newEmail, reason } = asked;
  await administering(context, actor, async (unit) => {
    const { of, id } = addressee;
    const { active } = await (of === "team" ? findTeam(unit, id) : findOrganisation(unit, id));
    if (!active) throw new Invalid({ newEmail: "It has ended: nothing is sent there" });
    const oldEmail = await standingAddress(unit, addressee);
    if (oldEmail === newEmail) throw new Invalid({ newEmail: "This is where notices go now" });
    const [open] = await unit.tx
      .select({ id: addressChange.id })
      .from(addressChange)
      .where(and(isFor(addressee), isNull(addressChange.settledAt)));
    if (open) throw new Invalid({ newEmail: "Another address waits already. Settle that one first" });
    const change = {
      ...{ id: context.newId(), oldEmail, newEmail, reason },
      ...{ organisationId: of === "organisation" ? id : null, teamId: of === "team" ? id : null },
      ...{ proposedBy: actor.id, proposedAt: unit.now },
    };
    await unit.tx.insert(addressChange).values(change);
    await unit.audit({ kind: "address.proposed", subjectId: change.id, facts: { of } });
  });
}

const outcomes = { confirm: "confirmed", refuse: "refused", withdraw: "withdrawn" } as const satisfies Record<
  string,
  AddressOutcome
>;
export type Settling = keyof typeof outcomes;

/**
 * Settles a proposed address: its proposer may take it back, and only another administrator may confirm or refuse it.
 * From a confirmation on notices go to the new address, and the old one is told so.
 * @throws NotFound when it does not wait any more; Invalid for the proposer
 */
export async function settleAddress(
  context: Context,
  actor: StaffActor,
  { id, what }: { id: string; what: Settling },
): Promise<void> {
  await administering(context, actor, async (unit) => {
    const [change] = await unit.tx
      .select()
      .from(addressChange)
      .where(and(eq(addressChange.id, id), isNull(addressChange.settledAt)))
      .for("update");
    if (!change) throw new NotFound("no such change of an address");
    const mine = !may(actor, "confirm-address", { begunById: change.proposedBy });
    if (mine && what !== "withdraw")
      throw new Invalid({ what: "Another administrator has to confirm what you proposed" });
    if (!mine && what === "withdraw")
      throw new Invalid({ what: "Whoever proposed it takes it back; you can refuse it" });
    const addressee = addresseeOf(change);
    const outcome = outcomes[what];
    // Where they go now: what stood when it was proposed may have changed since with its organisation's.
    const oldEmail = await standingAddress(unit, addressee);
    await unit.tx
      .update(addressChange)
      .set({ settledBy: actor.id, settledAt: unit.now, outcome, oldEmail })
      .where(eq(addressChange.id, id));
    await unit.audit({ kind: "address.settled", subjectId: id, facts: { outcome } });
    if (what === "confirm") await moveTo(unit, addressee, { ...change, oldEmail });
  });
}

async function moveTo(
  unit: Unit,
  { of, id: subjectId }: Addressee,
  { id, oldEmail, newEmail, reason }: typeof addressChange.$inferSelect,
): Promise<void> {
  const set = { dutyEmail: newEmail };
  if (of === "team") await unit.tx.update(team).set(set).where(eq(team.id, subjectId));
  else await unit.tx.update(organisation).set(set).where(eq(organisation.id, subjectId));
  const [before, after]: DirectoryFacts[] = [{ dutyEmail: oldEmail }, { dutyEmail: newEmail }];
  await keepChange(unit, {
    kind: of,
    subjectId,
    act: "changed",
    before: before ?? {},
    after: after ?? {},
    reason,
  });
  if (oldEmail === null) return;
  const facts = { message: "address-changed", to: "former-address" } as const;
  await unit.owe({ kind: "send-message", subjectId: id, recipientId: id, facts });
}

/** Where notices to it go now: a team without an address of its own is reached through its organisation's. */
const standingAddress = (unit: Unit, { of, id }: Addressee) => findAddress[of](unit, id, "address-changed");
