import { and, eq, inArray, isNull, notExists } from "drizzle-orm";
import { organisation, roleGrant, staff } from "#db/schema/directory";
import { contactBar } from "#db/schema/restricted";
import type { Role } from "#domain/actor";
import type { MessageKind } from "#domain/messages";
import type { Unit } from "../unit-of-work.ts";

type Told = {
  /** Left out of what is about no contact. */
  contactId?: string;
  /** What the message is about. */
  subjectId: string;
  message: MessageKind;
  roles: readonly Role[];
  /** When it is due; now, unless it is a reminder. */
  availableAt?: Date;
};

/** Owes a message to everybody who has one of these roles, but for those who must not know of the contact if there is one. */
export async function tellOneByOne({ tx, owe }: Unit, told: Told): Promise<void> {
  const { contactId, subjectId, message, availableAt } = told;
  const barOn = (id: string) =>
    tx
      .select({ id: contactBar.staffId })
      .from(contactBar)
      .where(and(eq(contactBar.contactId, id), eq(contactBar.staffId, staff.id), isNull(contactBar.endedAt)));
  const found = await tx
    .selectDistinct({ id: staff.id })
    .from(staff)
    .innerJoin(organisation, and(eq(organisation.id, staff.organisationId), eq(organisation.active, true)))
    .innerJoin(roleGrant, and(eq(roleGrant.staffId, staff.id), isNull(roleGrant.revokedAt)))
    .where(
      and(
        eq(staff.active, true),
        inArray(roleGrant.role, [...told.roles]),
        contactId === undefined ? undefined : notExists(barOn(contactId)),
      ),
    );
  await owe(
    ...found.map(({ id: recipientId }) => ({
      kind: "send-message" as const,
      ...{ subjectId, recipientId, facts: { message, to: "staff" as const } },
      ...(availableAt ? { availableAt } : {}),
    })),
  );
}
