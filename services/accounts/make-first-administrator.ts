import { randomInt } from "node:crypto";
import { and, eq, exists, isNotNull, isNull, or, sql } from "drizzle-orm";
import { organisation, roleGrant, staff } from "#db/schema/directory";
import { federatedIdentity, invitation } from "#db/schema/identity";
import { parseEmailAddress } from "#domain/email-address";
import type { Context } from "../context.ts";
import { Conflict, Invalid } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { hashLongCode } from "./email-codes.ts";
import { findCouncil } from "./find-council.ts";
import { giveInvitation } from "./give-invitation.ts";
import { withdrawInvitations } from "./open-invitation.ts";

/** No letter or digit that looks like another. Twenty-four are 117 bits: nothing that anybody can try out. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const newCode = () => Array.from({ length: 24 }, () => alphabet[randomInt(alphabet.length)]).join("");

/**
 * Makes the first administrator of a real installation, who can then invite everybody else. Until they have come, it can
 * be run again: the code before is worth nothing then, and neither is whoever was named before by mistake.
 * @returns the code that they type where they set up their account; it is kept nowhere, and no email stands in for it
 * @throws Conflict when an administrator has come already: from then on administrators invite administrators
 */
export async function makeFirstAdministrator(
  context: Context,
  { name, email: typed }: { name: string; email: string },
): Promise<{ code: string; email: string }> {
  if (context.site.demo)
    throw new Conflict("A demonstration needs no administrator: anybody can be anybody", null);
  const email = parseEmailAddress(typed);
  if (email === null) throw new Invalid({ email: "This is no email address that can be written to" });
  if (name.trim() === "") throw new Invalid({ name: "A name is missing" });
  const code = newCode();
  await unitOfWork(context, { kind: "system", process: "admin-first" }, async (unit) => {
    // One command at a time, or two would each find nobody and make somebody.
    await unit.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first administrator', 0))`);
    const standing = await administrators(unit);
    if (standing.some(({ came }) => came)) throw new Conflict("There is an administrator already", null);
    const staffId = (await findNewcomer(unit, email)) ?? (await addStaff(unit, name.trim(), email));
    for (const { id } of standing.filter((one) => one.id !== staffId)) await endNamed(unit, id, staffId);
    if (!standing.some(({ id }) => id === staffId)) await makeAdministrator(unit, staffId);
    await giveInvitation(unit, staffId, {
      kind: "invitation",
      startedBy: null,
      codeHash: hashLongCode(code),
    });
  });
  return { code: code.replace(/(.{4})(?=.)/g, "$1-"), email };
}

/** Whether they have been here: through the provider, or to the end of setting up an account of ours. */
const cameOf = ({ tx }: Unit) => {
  const federated = tx.select().from(federatedIdentity).where(eq(federatedIdentity.staffId, staff.id));
  const done = and(eq(invitation.staffId, staff.id), isNotNull(invitation.doneAt));
  return sql<boolean>`${or(exists(federated), exists(tx.select().from(invitation).where(done)))}`;
};

/** Everybody who is here and may administer, or could if they came. */
const administrators = (unit: Unit) =>
  unit.tx
    .select({ id: staff.id, came: cameOf(unit) })
    .from(staff)
    .innerJoin(
      roleGrant,
      and(eq(roleGrant.staffId, staff.id), eq(roleGrant.role, "administrator"), isNull(roleGrant.revokedAt)),
    )
    .where(eq(staff.active, true));

/** Somebody of the council who has this address and has not come yet; null when nobody has it. */
async function findNewcomer(unit: Unit, email: string): Promise<string | null> {
  const [found] = await unit.tx
    .select({ id: staff.id, active: staff.active, kind: organisation.kind, came: cameOf(unit) })
    .from(staff)
    .innerJoin(organisation, eq(organisation.id, staff.organisationId))
    .where(sql`lower(${staff.email}) = ${email.toLowerCase()}`);
  if (!found) return null;
  if (found.came || !found.active || found.kind !== "council")
    throw new Conflict("Somebody with this email address is here already, or was. Use another address", null);
  return found.id;
}

async function addStaff(unit: Unit, name: string, email: string): Promise<string> {
  const id = unit.context.newId();
  const organisationId = await findCouncil(unit);
  await unit.tx.insert(staff).values({ id, organisationId, name, jobTitle: "Administrator", email });
  return id;
}

const facts = { role: "administrator", by: "command" } as const;

async function makeAdministrator(unit: Unit, staffId: string): Promise<void> {
  const id = unit.context.newId();
  await unit.tx
    .insert(roleGrant)
    .values({ id, staffId, role: "administrator", grantedBy: staffId, grantedAt: unit.now });
  await unit.audit({ kind: "role.granted", subjectId: staffId, facts });
}

/** Whoever was named before and never came, with a mistyped address perhaps: nobody reads that inbox and comes in. */
async function endNamed(unit: Unit, staffId: string, by: string): Promise<void> {
  await unit.tx
    .update(roleGrant)
    .set({ revokedBy: by, revokedAt: unit.now })
    .where(
      and(eq(roleGrant.staffId, staffId), eq(roleGrant.role, "administrator"), isNull(roleGrant.revokedAt)),
    );
  await withdrawInvitations(unit, staffId);
  await unit.audit({ kind: "role.revoked", subjectId: staffId, facts });
}
