import { clock } from "#db/schema/decision";
import { childStanding } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { childrenUnsettled } from "#domain/children-on-decision";
import { maybe } from "#domain/decision-fields";
import { decisionDeadline } from "#domain/clocks";
import type { Standing } from "#domain/intake";
import { localDate } from "#domain/time-words";
import { calendarOf } from "#domain/working-calendar";
import { stopClocks } from "../clocks/stop-clocks.ts";
import { findContactFor } from "../contacts/contact-access.ts";
import { raiseVersionFrom } from "../contacts/raise-version.ts";
import { renewHold } from "../contacts/renew-hold.ts";
import type { Context } from "../context.ts";
import { Invalid, NotFound } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { loadHousehold, type HouseholdChild } from "./load-household.ts";

/** May be empty for a child who is decided about. */
const becauseSchema = maybe();

export type Ruling = {
  reference: string;
  version: number;
  childId: string;
  standing: Exclude<Standing, "household"> | null;
  /** Needed to set a child aside. */
  because: string;
};

/**
 * Settles whether a child of the household is decided about, or was considered and set aside with a reason. What was
 * ruled before stays on record; the latest ruling stands.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by `standing` or `because`
 */
export async function ruleOnChild(context: Context, actor: StaffActor, ruling: Ruling): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row } = await findContactFor(unit, actor, ruling.reference, "link-match");
    await renewHold(unit, actor, row.id);
    await raiseVersionFrom(unit, row.id, ruling.version);
    const key = await readDataKey(unit, "contact", row.id);
    const household = await loadHousehold(unit, row.id, key);
    const child = household.find(({ id }) => id === ruling.childId);
    if (!child) throw new NotFound("no such child in this contact");
    const because = becauseIn(ruling, child.name);
    const standing = checked(unit, household, child, { ...ruling, because });
    const id = unit.context.newId();
    const reason = seal(key, { table: "child_standing", row: id, column: "reason" }, because);
    await unit.tx
      .insert(childStanding)
      .values({ id, contactChildId: child.id, standing, reason, ruledBy: actor.id, ruledAt: unit.now });
    await (standing === "subject"
      ? startClock(unit, row.id, child.id, row.receivedAt)
      : stopClocks(unit, { kind: "decision", contactChildId: child.id }, id));
    await unit.audit({
      kind: "child.standing-ruled",
      contactId: row.id,
      subjectId: child.id,
      facts: { standing },
    });
  });
}

/** What was said, fit to be kept; with what else is wrong when it is not, so that both are said at once. */
function becauseIn({ standing, because }: Ruling, name: string): string {
  const read = becauseSchema.safeParse(because);
  if (read.success) return read.data;
  const unsaid: Record<string, string> = standing === null ? { standing: notSaid(name) } : {};
  throw new Invalid({ ...unsaid, because: read.error.issues[0]?.message ?? "Say it in other words" });
}

const notSaid = (name: string) => `Say whether ${name} is part of this decision`;

function checked(unit: Unit, household: HouseholdChild[], child: HouseholdChild, ruling: Ruling) {
  const { standing, because } = ruling;
  if (standing === null) throw new Invalid({ standing: notSaid(child.name) });
  if (child.state !== "waiting")
    throw new Invalid({ standing: `There is a recommendation or a decision for ${child.name} already` });
  const after = household.map((one) =>
    one.id === child.id ? { ...one, standing, consideredBecause: because } : one,
  );
  const still = childrenUnsettled(after, localDate(unit.now)).find(({ id }) => id === child.id);
  if (still) throw new Invalid({ [because === "" ? "because" : "standing"]: still.because });
  return standing;
}

/** The child's clock runs from when the contact came in: being noticed late is no more time. */
async function startClock(unit: Unit, contactId: string, contactChildId: string, receivedAt: Date) {
  const dueAt = decisionDeadline(receivedAt, calendarOf(unit.context.settings));
  await unit.tx
    .insert(clock)
    .values({
      id: unit.context.newId(),
      kind: "decision",
      contactId,
      contactChildId,
      startedAt: receivedAt,
      dueAt,
      rule: "one working day",
    })
    .onConflictDoUpdate({
      target: [clock.kind, clock.contactId, clock.contactChildId, clock.pathwayId],
      set: { stoppedAt: null, stoppedById: null },
    });
}
