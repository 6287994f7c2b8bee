import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { decision } from "#db/schema/decision";
import type { StaffActor } from "#domain/actor";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { contentOf, type DecisionContent } from "./content.ts";
import type { Decided, Deciding } from "./deciding.ts";
import { idFromForm } from "./form-key.ts";
import { loadRecommendations } from "./load-recommendations.ts";

/** The same form with other words is not the same form. */
export function hashForm({ children }: Pick<Deciding, "children">): string {
  const inOrder = [...children].sort((a, b) => a.childId.localeCompare(b.childId));
  return createHash("sha256").update(JSON.stringify(inOrder)).digest("hex");
}

/**
 * What this very form did, if it was sent before by the same person: a double press is answered with the first result.
 * Null for a form that was not sent yet, and for one that was changed after it was sent.
 */
export async function doneBefore(
  unit: Unit,
  actor: StaffActor,
  contactId: string,
  input: Deciding,
): Promise<Decided | null> {
  const ids = input.children.map(({ childId }) => idFromForm(unit.context.keys, input.formKey, childId));
  if (ids.length === 0) return null;
  const [rows, key] = await Promise.all([
    unit.tx
      .select()
      .from(decision)
      .where(and(inArray(decision.id, ids), eq(decision.decidedBy, actor.id))),
    readDataKey(unit, "contact", contactId),
  ]);
  const [first] = rows;
  if (!first) return (await sentBackBefore(unit, actor, contactId, key, input)) ? sentBackAll(input) : null;
  const { formHash } = open<DecisionContent>(key, contentOf("decision", first.id), first.content);
  if (formHash !== hashForm(input)) return null;
  return { decisionIds: rows.map(({ id }) => id), sentBack: ids.length - rows.length };
}

const sentBackAll = ({ children }: Deciding): Decided => ({ decisionIds: [], sentBack: children.length });

/** A form that only sends back leaves no decision to know it by: the same questions are there already. */
async function sentBackBefore(
  unit: Unit,
  actor: StaffActor,
  contactId: string,
  key: Buffer,
  { children }: Deciding,
): Promise<boolean> {
  if (children.some(({ draft }) => draft["verdict"] !== "send_back")) return false;
  const standing = await loadRecommendations(unit, contactId, key);
  return children.every(({ childId, draft }) => {
    const returned = standing.get(childId)?.returned;
    const question = draft["question"];
    return (
      returned?.byId === actor.id && typeof question === "string" && returned.question === question.trim()
    );
  });
}
