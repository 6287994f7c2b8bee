import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { decision } from "#db/schema/decision";
import { staff } from "#db/schema/directory";
import { contactAdult, contactChild, type contact } from "#db/schema/intake";
import { hold } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { childName } from "#domain/child-name";
import { contactStatus, type ContactStatus } from "#domain/contact";
import type { ChildParticulars, ContactFacts } from "#domain/contact-facts";
import type { Outcome } from "#domain/outcome";
import { isAddressSecret } from "#domain/secret-address";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

/** One contact that somebody on a card is in; what was said in it stays there until it is opened. */
export type CardContact = {
  reference: string;
  receivedAt: Date;
  status: ContactStatus;
  /** Of the children that it is about; empty while nothing is decided. */
  outcomes: readonly Outcome[];
  heldBy: string | null;
  /** They hold it: no reason is asked. */
  mine: boolean;
};

/** What stands around the children of these contacts: everybody in them, what was decided, who has them in hand. */
export async function loadAround(unit: Unit, actor: StaffActor, ids: readonly string[]) {
  const later = alias(decision, "later");
  const of = [...ids];
  const [keys, members, adults, decided, holds] = await Promise.all([
    readDataKeys(unit, "contact", of),
    unit.tx.select().from(contactChild).where(inArray(contactChild.contactId, of)),
    unit.tx
      .select({ id: contactAdult.id, contactId: contactAdult.contactId, name: contactAdult.name })
      .from(contactAdult)
      .where(inArray(contactAdult.contactId, of)),
    unit.tx
      .select({ contactId: decision.contactId, outcome: decision.outcome })
      .from(decision)
      .leftJoin(later, eq(later.supersedesId, decision.id))
      .where(and(inArray(decision.contactId, of), isNull(later.id))),
    unit.tx
      .select({ contactId: hold.contactId, holderId: hold.holderId, name: staff.name })
      .from(hold)
      .innerJoin(staff, eq(staff.id, hold.holderId))
      .where(and(inArray(hold.contactId, of), sql`${hold.leaseUntil} > now()`)),
  ]);
  const particulars = (child: typeof contactChild.$inferSelect): ChildParticulars | null => {
    const key = keys.get(child.contactId);
    const place = { table: "contact_child", row: child.id, column: "particulars" };
    return key ? open<ChildParticulars>(key, place, child.particulars) : null;
  };
  return {
    particulars,
    isSecret: ({ id, facts }: typeof contact.$inferSelect): boolean => {
      const key = keys.get(id);
      return (
        !key ||
        isAddressSecret(open<ContactFacts>(key, { table: "contact", row: id, column: "facts" }, facts))
      );
    },
    others: (contactId: string, except: readonly string[]): string[] => [
      ...members
        .filter((child) => child.contactId === contactId && !except.includes(child.id))
        .map((child) => {
          const said = particulars(child);
          const unborn = said?.birth.kind === "unborn";
          return childName({ ...child, description: said?.description ?? null, unborn });
        }),
      ...adults
        .filter((adult) => adult.contactId === contactId && adult.name !== "" && !except.includes(adult.id))
        .map(({ name }) => name),
    ],
    contact: ({ id, reference, receivedAt }: typeof contact.$inferSelect): CardContact => {
      const held = holds.find(({ contactId }) => contactId === id);
      const standing = decided.filter(({ contactId }) => contactId === id);
      const subjects = members.filter(
        ({ contactId, standing }) => contactId === id && standing === "subject",
      );
      return {
        ...{ reference, receivedAt, heldBy: held?.name ?? null, mine: held?.holderId === actor.id },
        status: contactStatus(subjects.map(({ state }) => state)),
        outcomes: [...new Set(standing.map(({ outcome }) => outcome))],
      };
    },
  };
}
