import { and, eq, isNull } from "drizzle-orm";
import { contact, contactChild } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import { parseReference } from "#domain/reference";
import { mayKnowOf } from "../contacts/known-to.ts";
import { Invalid } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";

/** The same for none, one that is not for them, and a name that is not in it. */
const notThere = "No contact that you may read has this reference and a child of that name";

/** By the reference of a contact and the child's name in it, so that nobody links whom they have not looked at. */
export async function findOtherChild(
  unit: Unit,
  actor: StaffActor,
  { other, otherName }: { other: string; otherName: string },
): Promise<string> {
  const reference = parseReference(other);
  if (reference === null) throw new Invalid({ other: "Type the reference of the other child’s contact" });
  const rows = await unit.tx
    .select({ child: contactChild })
    .from(contactChild)
    .innerJoin(contact, eq(contact.id, contactChild.contactId))
    .where(and(eq(contact.reference, reference), isNull(contact.erasedAt), mayKnowOf(actor)));
  const wanted = otherName.toLowerCase();
  const named = rows.filter(({ child: { firstName, lastName, alsoKnownAs } }) =>
    [firstName, lastName, alsoKnownAs, `${firstName ?? ""} ${lastName ?? ""}`].some(
      (name) => name?.trim().toLowerCase() === wanted,
    ),
  );
  const [found] = rows.length === 1 && wanted === "" ? rows : named;
  if (!found || named.length > 1) throw new Invalid({ other: notThere });
  return found.child.id;
}
