import type { StaffActor } from "#domain/actor";
import type { ChildState } from "#domain/contact";
import type { Outcome } from "#domain/outcome";
import { findContact } from "../contacts/contact-access.ts";
import type { Context } from "../context.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { loadDecisions } from "./load-decisions.ts";
import { isSubject, loadHousehold } from "./load-household.ts";

/** What was decided for each subject child, and by whom; `decision` is null while nothing was. */
export type WhatStands = {
  childId: string;
  name: string;
  state: ChildState;
  decision: { outcome: Outcome; level: number; reason: string; by: string; mine: boolean; at: Date } | null;
}[];

/** What stands for a contact now, for somebody who was about to change it and was second. */
export async function readWhatStands(
  context: Context,
  actor: StaffActor,
  reference: string,
): Promise<WhatStands> {
  return unitOfWork(context, actor, async (unit) => {
    const { row, ground: because } = await findContact(unit, actor, reference);
    const key = await readDataKey(unit, "contact", row.id);
    const [household, decisions] = await Promise.all([
      loadHousehold(unit, row.id, key),
      loadDecisions(unit, row.id, key),
      unit.audit({ kind: "contact.viewed", contactId: row.id, facts: { page: "conflict", because } }),
    ]);
    return household.filter(isSubject).map(({ id, name, state }) => {
      const made = decisions.get(id);
      return {
        childId: id,
        name,
        state,
        decision: made
          ? {
              outcome: made.outcome,
              level: made.level,
              reason: made.content.record.reason,
              by: made.by.name,
              mine: made.by.id === actor.id,
              at: made.at,
            }
          : null,
      };
    });
  });
}
