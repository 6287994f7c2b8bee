import { eq, sql } from "drizzle-orm";
import { organisation } from "#db/schema/directory";
import { policeBatch } from "#db/schema/police";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { problemCode } from "../outbox/record-problem.ts";
import { forForce, openBatch } from "./for-force.ts";
import { loadRows } from "./load-rows.ts";
import { sendRow, type Sending } from "./send-row.ts";

/** Rows that are sent at once: most of the connections stay for everybody else. */
const atOnce = 4;

export type SentBatch = { sent: number; repeated: number; left: number };

/**
 * Sends every row of a batch that can be sent and was not yet, each in a commit of its own: a row that cannot be written
 * holds up no other, and sending again goes on where it ended. No row is ever decided with another.
 * @throws NotFound; Invalid when there is nothing to send
 */
export async function sendBatch(context: Context, actor: StaffActor, id: string): Promise<SentBatch> {
  const { sendings, rows } = await forForce(context, actor, async (unit) => {
    const { batch, key, asking } = await openBatch(unit, actor, id);
    if (batch.mappedAt === null) throw new Invalid({ declared: "Say first what the columns are" });
    const [force] = await unit.tx
      .select({ name: organisation.name })
      .from(organisation)
      .where(eq(organisation.id, actor.organisationId));
    const loaded = await loadRows(unit, batch, key);
    const ready = loaded.flatMap(({ row, notice }): Sending[] =>
      notice === null || row.sentAt !== null
        ? []
        : [
            {
              ...{
                rowId: row.id,
                organisationId: batch.organisationId,
                notice,
                receivedAt: batch.receivedAt,
              },
              asking: { ...asking, force: force?.name ?? "" },
            },
          ],
    );
    const sentBefore = loaded.filter(({ row }) => row.sentAt !== null).length;
    return { sendings: ready, rows: { all: loaded.length, sentBefore } };
  });
  if (sendings.length === 0) throw new Invalid({ declared: "There is no row that can be sent" });
  const done = await sendAll(context, sendings);
  const left = rows.all - rows.sentBefore - done.sent - done.repeated;
  await forForce(context, actor, async (unit) => {
    const { batch } = await openBatch(unit, actor, id, true);
    const sentAt = sql`coalesce(${policeBatch.sentAt}, ${unit.now.toISOString()})`;
    await unit.tx.update(policeBatch).set({ sentAt }).where(eq(policeBatch.id, batch.id));
    const facts = { message: "batch-result", to: "staff" } as const;
    await unit.owe({ kind: "send-message", subjectId: batch.id, recipientId: batch.uploadedBy, facts });
    await unit.audit({ kind: "police-batch.sent", subjectId: batch.id, facts: { ...done, left } });
  });
  return { ...done, left };
}

async function sendAll(
  context: Context,
  sendings: readonly Sending[],
): Promise<{ sent: number; repeated: number }> {
  const done = { sent: 0, repeated: 0 };
  const waiting = [...sendings].reverse();
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      try {
        done[await sendRow(context, next)] += 1;
      } catch (error) {
        // It stays in the batch, unsent, and is told so.
        context.log.error(
          { rowId: next.rowId, problem: problemCode(error) },
          "a police notice was not taken",
        );
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return done;
}
