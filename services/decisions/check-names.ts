import { and, eq, gte, isNotNull, ne } from "drizzle-orm";
import { contactChild } from "#db/schema/intake";
import { auditEvent } from "#db/schema/proof";
import type { StaffActor } from "#domain/actor";
import { addElapsed } from "#domain/clocks";
import { namesOfOthers } from "#domain/other-family";
import { passAlert } from "../alerts/record-alert.ts";
import { loadAdults } from "../contacts/load-adults.ts";
import { Invalid } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";
import type { ToDecide } from "./to-decide.ts";

/** What somebody read in one shift is what they may paste from. */
const shift = { hours: 12 };
const readAtMost = 200;

/**
 * Stops a record that names a child of another contact that its writer read in this shift, until they say that they
 * looked: text pasted from another family's record would be believed.
 * @throws Invalid by `namesChecked`
 */
export async function checkNames(
  unit: Unit,
  actor: StaffActor,
  all: ToDecide,
  { record, looked }: { record: object; looked: boolean },
): Promise<void> {
  if (looked) return passAlert(unit, actor, { contactId: all.row.id, kind: "other-family" });
  const [read, adults] = await Promise.all([
    unit.tx
      .selectDistinct({ name: contactChild.firstName })
      .from(auditEvent)
      .innerJoin(contactChild, eq(contactChild.contactId, auditEvent.contactId))
      .where(
        and(
          eq(auditEvent.actorId, actor.id),
          gte(auditEvent.at, addElapsed(unit.now, { hours: -shift.hours })),
          eq(auditEvent.kind, "contact.viewed"),
          ne(auditEvent.contactId, all.row.id),
          isNotNull(contactChild.firstName),
        ),
      )
      .limit(readAtMost),
    loadAdults(unit, all.row.id, all.key),
  ]);
  const others = read.flatMap(({ name }) => name ?? []);
  const here = JSON.stringify([all.facts, all.household, adults]);
  const text = Object.values(record)
    .filter((one) => typeof one === "string")
    .join("\n");
  const names = namesOfOthers(text, { others, here });
  if (names.length === 0) return;
  const are = names.length === 1 ? "is a child" : "are children";
  throw new Invalid({
    namesChecked: `${names.join(" and ")} ${are} of another contact that you read today, and this one does not name them. Look whether your words are about this family, then tick that they are`,
  });
}
