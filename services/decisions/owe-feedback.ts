import { and, eq } from "drizzle-orm";
import { referrer } from "#db/schema/intake";
import { feedback } from "#db/schema/pathways";
import { addElapsed } from "#domain/clocks";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import type { ToDecide } from "./to-decide.ts";

/** Feedback waits, so that a slip can still be put right; it is dropped when the decision is superseded meanwhile. */
export async function oweFeedback(
  unit: Unit,
  { row, key }: ToDecide,
  decisionId: string,
  words: string,
): Promise<void> {
  const id = unit.context.newId();
  const availableAt = addElapsed(unit.now, { minutes: unit.context.settings.feedbackDelayMinutes });
  const content = seal(key, { table: "feedback", row: id, column: "content" }, words);
  await unit.tx.insert(feedback).values({ id, decisionId, contactId: row.id, content, availableAt });
  const [sender] = await unit.tx
    .select({ id: referrer.id })
    .from(referrer)
    .where(and(eq(referrer.contactId, row.id), eq(referrer.canBeEmailed, true)));
  if (!sender) return;
  const facts = { message: "decision-made", to: "referrer" } as const;
  await unit.owe({ kind: "send-message", subjectId: decisionId, recipientId: sender.id, facts, availableAt });
}
