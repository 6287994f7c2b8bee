import { and, eq, sql } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import { parseReference } from "#domain/reference";
import { findContactFor } from "../contacts/contact-access.ts";
import { mayKnowOf } from "../contacts/known-to.ts";
import { raiseVersion, raiseVersionFrom } from "../contacts/raise-version.ts";
import { renewHold } from "../contacts/renew-hold.ts";
import type { Context } from "../context.ts";
import { Invalid, NotFound } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findHousehold } from "./find-household.ts";
import { holdTogether } from "./hold-together.ts";
import { joinBundle, newBundle } from "./join-bundle.ts";

type Row = typeof contact.$inferSelect;

/**
 * Puts a contact together with another one of the same household, as somebody says and why: they are taken, held and
 * screened together from now on, and each child still has a decision of their own. Only what is offered can be put
 * together, and an address alone offers nothing.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by `reason`, or by `other` when both are in somebody's hands
 */
export async function confirmBundle(
  context: Context,
  actor: StaffActor,
  input: { reference: string; version: number; other: string; reason: string },
): Promise<void> {
  if (input.reason === "")
    throw new Invalid({ reason: "Say in one line how you know that it is one household" });
  await unitOfWork(context, actor, async (unit) => {
    const { row } = await findContactFor(unit, actor, input.reference, "link-match");
    await renewHold(unit, actor, row.id);
    await raiseVersionFrom(unit, row.id, input.version);
    const other = await findOther(unit, actor, input.other);
    // Two people who put the same contacts together stand in line, whichever each began with.
    await lockBoth(unit, row.id, other.id);
    const offered = (await findHousehold(unit, actor, row.id)).find(
      ({ contactId }) => contactId === other.id,
    );
    if (!offered) throw new NotFound("not offered as the same household");
    const [own, theirs] = await Promise.all([bundleOf(unit, row.id), bundleOf(unit, other.id)]);
    if (own !== null && own === theirs) return;
    if (own !== null && theirs !== null)
      throw new Invalid({ other: "Both are with other contacts already. Take one of them out first" });
    // What only cleared staff know of would draw others to it.
    if ((row.clearedOnlySince === null) !== (other.clearedOnlySince === null))
      throw new Invalid({ other: "One of the two is restricted: they are screened one by one" });
    await holdTogether(unit, row.id, other.id);
    const bundleId = own ?? theirs ?? (await newBundle(unit, actor, row.id, input.reason));
    if (own === null) await joinBundle(unit, actor, { bundleId, contactId: row.id, reason: input.reason });
    if (theirs === null) {
      await joinBundle(unit, actor, { bundleId, contactId: other.id, reason: input.reason });
      await raiseVersion(unit, other.id);
    }
    const because = offered.facts;
    await unit.audit(
      {
        kind: "bundle.confirmed",
        contactId: row.id,
        subjectId: bundleId,
        facts: { otherId: other.id, because },
      },
      {
        kind: "bundle.confirmed",
        contactId: other.id,
        subjectId: bundleId,
        facts: { otherId: row.id, because },
      },
    );
  });
}

async function findOther(unit: Unit, actor: StaffActor, typed: string): Promise<Row> {
  const reference = parseReference(typed);
  const [row] =
    reference === null
      ? []
      : await unit.tx
          .select()
          .from(contact)
          .where(and(eq(contact.reference, reference), mayKnowOf(actor)));
  if (!row) throw new NotFound("no such contact");
  return row;
}

async function lockBoth({ tx }: Unit, ...ids: string[]): Promise<void> {
  for (const id of ids.sort()) await tx.execute(sql`select from contact where id = ${id} for no key update`);
}

async function bundleOf({ tx }: Unit, contactId: string): Promise<string | null> {
  const [row] = await tx.select({ id: contact.bundleId }).from(contact).where(eq(contact.id, contactId));
  return row?.id ?? null;
}
