import { eq } from "drizzle-orm";
import { cafRedirect } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { recordForms } from "#domain/pathway-records";
import type { Context } from "../context.ts";
import { idFromForm } from "../decisions/form-key.ts";
import { Invalid } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { entryMade } from "./entry-made.ts";
import { findPathway } from "./find-pathway.ts";
import { invalidFrom } from "./invalid-from.ts";
import { raisePathway } from "./raise-pathway.ts";
import { giveBack } from "./return-pathway.ts";
import { readCaf, startCheck } from "./start-check.ts";
import { writeEntry } from "./write-entry.ts";
import type { Recording } from "./write-record.ts";

/**
 * Records whether help that was handed over has begun. "Not yet" is asked again in as many weeks; help that never began is
 * the hub's again, and a manager sends it on or decides again.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by field, by "" when there is nothing to ask
 */
export async function recordStart(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const found = await findPathway(unit, actor, { id: input.id, kinds: ["caf_redirect"], toChange: true });
    const { row } = found;
    const entryId = idFromForm(context.keys, input.formKey, row.id);
    if (await entryMade(unit, entryId, actor)) return;
    const read = recordForms["did-it-start"].safeParse(input.draft);
    if (!read.success) throw invalidFrom(read.error);
    const { started, because } = read.data;
    const { startCheckDueAt } = await readCaf(unit, row.id);
    if (row.version === input.version && (row.state !== "closed" || startCheckDueAt === null))
      throw new Invalid({ "": "Nobody has to ask whether this help has begun" });
    await raisePathway(unit, row, input.version);
    await writeEntry(unit, actor, row, { id: entryId, kind: "did-it-start", content: read.data });
    await unit.audit({
      ...{ kind: "pathway.recorded", contactId: row.contactId, subjectId: row.id },
      facts: { entry: "did-it-start" },
    });
    const check = started === "not_yet" ? startCheck(unit, entryId) : { startCheckDueAt: null };
    await unit.tx
      .update(cafRedirect)
      .set({ started, ...check })
      .where(eq(cafRedirect.pathwayId, row.id));
    if (started !== "no") return;
    const back = {
      version: row.version + 1,
      entryId: context.newId(),
      reason: "not_started",
      because,
    } as const;
    await giveBack(unit, actor, found, back, "reopen");
  });
}
