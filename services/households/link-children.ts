import { and, eq, isNull } from "drizzle-orm";
import { contactChild } from "#db/schema/intake";
import { relationship } from "#db/schema/people";
import type { StaffActor } from "#domain/actor";
import type { LinkKind } from "#domain/beyond-household";
import { parseReference } from "#domain/reference";
import { findContactFor } from "../contacts/contact-access.ts";
import { personOf } from "../contacts/link-rows.ts";
import { raiseVersionFrom } from "../contacts/raise-version.ts";
import { renewHold } from "../contacts/renew-hold.ts";
import type { Context } from "../context.ts";
import { Invalid, NotFound } from "../errors.ts";
import { keyOfPerson } from "../sealing/key-of-person.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findOtherChild } from "./find-other-child.ts";
import { loadLinks, type LinkView } from "./load-links.ts";

type Linking = { childId: string; kind: LinkKind; other: string; otherName: string; reason: string };

/**
 * Links a child of this contact to a child of another one, outside the household, as somebody says and why. It is shown
 * on both sides, and can be taken back.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by `reason`, `other`
 */
export async function linkChildren(
  context: Context,
  actor: StaffActor,
  input: Linking & { reference: string; version: number },
): Promise<void> {
  const { childId, kind, reason } = input;
  if (reason === "") throw new Invalid({ reason: "Say in one line how you know" });
  await unitOfWork(context, actor, async (unit) => {
    const contactId = await change(unit, actor, input);
    const [own] = await unit.tx
      .select({ id: contactChild.id })
      .from(contactChild)
      .where(and(eq(contactChild.id, childId), eq(contactChild.contactId, contactId)));
    if (!own) throw new NotFound("no such child of this contact");
    const otherId = await findOtherChild(unit, actor, input);
    const said = { by: actor, reason };
    // In one order whoever begins, so that two people who link the same two do not wait for each other.
    const persons = new Map<string, string>();
    for (const id of [childId, otherId].sort()) persons.set(id, await personOf(unit, { childId: id }, said));
    const [from, to] = [persons.get(childId) ?? "", persons.get(otherId) ?? ""];
    if (from === to) throw new Invalid({ other: "Somebody said that this is the same child" });
    const standing = await loadLinks(unit, actor, [childId]);
    if (standing.some((one) => one.kind === kind && isOther(one, input.other))) return;
    const id = unit.context.newId();
    const key = await keyOfPerson(unit, from);
    const particulars = seal(key, { table: "relationship", row: id, column: "particulars" }, reason);
    await unit.tx.insert(relationship).values({
      ...{ id, fromPersonId: from, toPersonId: to, kind, particulars },
      ...{ saidBy: actor.id, saidAt: unit.now },
    });
    await unit.audit({ kind: "link.said", contactId, subjectId: childId, facts: { link: kind, otherId } });
  });
}

/**
 * Takes a link back.
 * @throws Conflict with `ChangedMeanwhile`
 */
export async function endLink(
  context: Context,
  actor: StaffActor,
  input: { reference: string; version: number; linkId: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const contactId = await change(unit, actor, input);
    const children = await unit.tx
      .select({ id: contactChild.id })
      .from(contactChild)
      .where(eq(contactChild.contactId, contactId));
    const links = await loadLinks(
      unit,
      actor,
      children.map(({ id }) => id),
    );
    const link = links.find(({ id }) => id === input.linkId);
    if (!link) throw new NotFound("no such link of this contact");
    const ended = await unit.tx
      .update(relationship)
      .set({ endedBy: actor.id, endedAt: unit.now })
      .where(and(eq(relationship.id, link.id), isNull(relationship.endedAt)))
      .returning({ id: relationship.id });
    if (ended.length > 0)
      await unit.audit({
        kind: "link.ended",
        contactId,
        subjectId: link.childId,
        facts: { link: link.kind },
      });
  });
}

const isOther = ({ other }: LinkView, reference: string) => other.reference === parseReference(reference);

async function change(
  unit: Unit,
  actor: StaffActor,
  { reference, version }: { reference: string; version: number },
): Promise<string> {
  const { row } = await findContactFor(unit, actor, reference, "link-match");
  await renewHold(unit, actor, row.id);
  await raiseVersionFrom(unit, row.id, version);
  return row.id;
}
