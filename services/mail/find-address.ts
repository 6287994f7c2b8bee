import { and, eq, sql } from "drizzle-orm";
import { addressChange } from "#db/schema/administration";
import { organisation, staff, team } from "#db/schema/directory";
import { referrer } from "#db/schema/intake";
import type { ReferrerParticulars } from "#domain/contact-facts";
import type { JobFacts } from "#domain/jobs";
import type { MessageKind } from "#domain/messages";
import { readDataKey } from "../sealing/data-keys.ts";
import { readSender } from "../senders/sender-particulars.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

type Find = (unit: Unit, id: string, message: MessageKind) => Promise<string | null>;

/**
 * Where a message goes. Addresses come from the directory as it stands now, and from nowhere else, except that a
 * referrer's is in their own sealed room; opening it leaves an audit event.
 */
export const findAddress: Record<JobFacts<"send-message">["to"], Find> = {
  async organisation({ tx }, id) {
    const [found] = await tx
      .select({ email: organisation.dutyEmail })
      .from(organisation)
      .where(and(eq(organisation.id, id), organisation.active));
    return found?.email ?? null;
  },

  /** A team without an inbox of its own is reached through its organisation's. */
  async team({ tx }, id) {
    const [found] = await tx
      .select({ email: sql<string | null>`coalesce(${team.dutyEmail}, ${organisation.dutyEmail})` })
      .from(team)
      .innerJoin(organisation, eq(organisation.id, team.organisationId))
      .where(and(eq(team.id, id), team.active));
    return found?.email ?? null;
  },

  async staff({ tx }, id) {
    const [found] = await tx
      .select({ email: staff.email })
      .from(staff)
      .where(and(eq(staff.id, id), staff.active));
    return found?.email ?? null;
  },

  /** Where notices went before another address was confirmed: it must hear of that, whoever sits there. */
  async "former-address"({ tx }, id) {
    const [found] = await tx
      .select({ email: addressChange.oldEmail })
      .from(addressChange)
      .where(eq(addressChange.id, id));
    return found?.email ?? null;
  },

  /** Somebody outside, by the address that they gave to get a code at. */
  async sender(unit, id) {
    return (await readSender(unit, id))?.email ?? null;
  },

  async referrer(unit, id, message) {
    const [found] = await unit.tx.select().from(referrer).where(eq(referrer.id, id));
    if (!found?.canBeEmailed) return null;
    const key = await readDataKey(unit, "referrer", id);
    const { email } = open<ReferrerParticulars>(
      key,
      { table: "referrer", row: id, column: "particulars" },
      found.particulars,
    );
    await unit.audit({
      kind: "referrer.addressed",
      contactId: found.contactId,
      subjectId: id,
      facts: { message },
    });
    return email;
  },
};
