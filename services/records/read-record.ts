import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { contactAdult, contactChild } from "#db/schema/intake";
import { personLink } from "#db/schema/people";
import { legalHold } from "#db/schema/records";
import type { StaffActor } from "#domain/actor";
import { childName } from "#domain/child-name";
import type { ChildParticulars } from "#domain/contact-facts";
import type { ErasureGround, KeptBecause } from "#domain/erasure";
import type { Context } from "../context.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findRecord } from "./find-record.ts";
import { keepsContact } from "./keeps.ts";

export type RecordPerson = { whose: "child" | "adult"; id: string; name: string; personId: string | null };

export type RecordPage = {
  reference: string;
  receivedAt: Date;
  erased: { at: Date; ground: ErasureGround | null } | null;
  people: RecordPerson[];
  /** Why it cannot be erased now; empty when it can. */
  kept: KeptBecause[];
  holds: { id: string; onPerson: boolean; reviewOn: string; by: string; at: Date }[];
};

/** What whoever keeps records has to know of a contact: who is in it, what keeps it. Nothing of what it says. */
export async function readRecord(
  context: Context,
  actor: StaffActor,
  reference: string,
): Promise<RecordPage> {
  return unitOfWork(context, actor, async (unit) => {
    const row = await findRecord(unit, actor, reference);
    const [people, kept] = await Promise.all([
      peopleOf(unit, row.id),
      row.erasedAt === null ? keepsContact(unit, row.id) : [],
    ]);
    const personIds = people.flatMap(({ personId }) => (personId === null ? [] : [personId]));
    const holds = await unit.tx
      .select({ row: legalHold, by: staff.name })
      .from(legalHold)
      .innerJoin(staff, eq(staff.id, legalHold.placedBy))
      .where(
        and(
          isNull(legalHold.liftedAt),
          or(eq(legalHold.contactId, row.id), inArray(legalHold.personId, personIds)),
        ),
      )
      .orderBy(desc(legalHold.id));
    await unit.audit({ kind: "contact.viewed", contactId: row.id, facts: { page: "records" } });
    return {
      ...{ reference: row.reference, receivedAt: row.receivedAt, people, kept },
      erased: row.erasedAt && { at: row.erasedAt, ground: row.erasedGround },
      holds: holds.map(({ row: hold, by }) => ({
        ...{ id: hold.id, onPerson: hold.personId !== null, reviewOn: hold.reviewOn, by, at: hold.placedAt },
      })),
    };
  });
}

async function peopleOf(unit: Unit, contactId: string): Promise<RecordPerson[]> {
  const same = and(eq(personLink.answer, "same"), isNull(personLink.endedAt));
  const [children, adults, keys] = await Promise.all([
    unit.tx
      .select({ row: contactChild, personId: personLink.personId })
      .from(contactChild)
      .leftJoin(personLink, and(eq(personLink.contactChildId, contactChild.id), same))
      .where(eq(contactChild.contactId, contactId))
      .orderBy(asc(contactChild.ordinal)),
    unit.tx
      .select({ row: contactAdult, personId: personLink.personId })
      .from(contactAdult)
      .leftJoin(personLink, and(eq(personLink.contactAdultId, contactAdult.id), same))
      .where(eq(contactAdult.contactId, contactId))
      .orderBy(asc(contactAdult.ordinal)),
    readDataKeys(unit, "contact", [contactId]),
  ]);
  const key = keys.get(contactId);
  if (!key) return [];
  return [
    ...children.map(({ row, personId }) => {
      const place = { table: "contact_child", row: row.id, column: "particulars" };
      const { birth, description } = open<ChildParticulars>(key, place, row.particulars);
      const name = childName({ ...row, description, unborn: birth.kind === "unborn" });
      return { whose: "child" as const, id: row.id, name, personId };
    }),
    ...adults.map(({ row, personId }) => ({
      ...{ whose: "adult" as const, id: row.id, name: row.name, personId },
    })),
  ];
}
