import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { organisation, staff, team } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import type { addOrganisationSchema, OrganisationForm } from "#domain/admin-forms";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { endAddressChange } from "./address-changes.ts";
import { administering } from "./administering.ts";
import { keepChange } from "./history.ts";
import { findOrganisation } from "./organisations.ts";

/**
 * Adds an organisation. Its first address for notices needs no second person: nothing is sent there yet.
 * @throws Invalid by field
 */
export async function addOrganisation(
  context: Context,
  actor: StaffActor,
  { reason, ...values }: z.output<typeof addOrganisationSchema>,
): Promise<string> {
  return administering(context, actor, async (unit) => {
    const id = context.newId();
    await unit.tx.insert(organisation).values({ id, ...values });
    await keepChange(unit, {
      kind: "organisation",
      subjectId: id,
      act: "added",
      before: {},
      after: values,
      reason,
    });
    return id;
  });
}

/**
 * Changes what an organisation is called, what it is and its census code; its address is proposed and confirmed.
 * @throws NotFound; Invalid by field
 */
export async function changeOrganisation(
  context: Context,
  actor: StaffActor,
  id: string,
  { reason, ...values }: OrganisationForm,
): Promise<void> {
  await administering(context, actor, async (unit) => {
    const { name, kind, cinCode, emailDomains, active } = await findOrganisation(unit, id);
    if (!active) throw new Invalid({ name: "It has ended and is no longer changed" });
    // What somebody of the council may see hangs on this word.
    if ((kind === "council") !== (values.kind === "council"))
      throw new Invalid({ kind: "The council stays the council, and nothing else becomes it" });
    await unit.tx.update(organisation).set(values).where(eq(organisation.id, id));
    const before = { name, kind, cinCode, emailDomains };
    await keepChange(unit, {
      kind: "organisation",
      subjectId: id,
      act: "changed",
      before,
      after: values,
      reason,
    });
  });
}

/**
 * Ends an organisation that has no people and no teams any more. It stays in what was recorded.
 * @throws NotFound; Invalid by `reason` when somebody or something is left
 */
export async function endOrganisation(
  context: Context,
  actor: StaffActor,
  id: string,
  reason: string,
): Promise<void> {
  await administering(context, actor, async (unit) => {
    const { kind, active } = await findOrganisation(unit, id);
    if (!active) throw new Invalid({ reason: "It has ended already" });
    if (kind === "council") throw new Invalid({ reason: "The council itself cannot be ended" });
    const people = await unit.tx.$count(staff, and(eq(staff.organisationId, id), staff.active));
    if (people > 0)
      throw new Invalid({ reason: `End its people first: ${people} of them can still sign in` });
    const teams = await unit.tx.$count(team, and(eq(team.organisationId, id), team.active));
    if (teams > 0) throw new Invalid({ reason: `End its teams first: there are ${teams}` });
    await unit.tx.update(organisation).set({ active: false }).where(eq(organisation.id, id));
    await endAddressChange(unit, { of: "organisation", id });
    const [before, after] = [{ active: "yes" }, { active: "no" }];
    await keepChange(unit, { kind: "organisation", subjectId: id, act: "ended", before, after, reason });
  });
}
