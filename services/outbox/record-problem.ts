import { and, eq, isNull, sql } from "drizzle-orm";
import { outbox } from "#db/schema/proof";
import { retryDelaySeconds } from "#domain/jobs";
import type { Context } from "../context.ts";
import { databaseCode } from "../database-errors.ts";
import { NotFound, Unavailable } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { OwedProblem } from "./owed-work.ts";
import { retryPassing } from "./retry-passing.ts";

/** Keeps why a delivery failed, and lets the row rest before the next one. What is owed stays owed. */
export async function recordProblem(context: Context, outboxId: string, problem: string): Promise<void> {
  await retryPassing(() =>
    unitOfWork(context, { kind: "system", process: "worker" }, (unit) =>
      restAfterProblem(unit, outboxId, problem),
    ),
  );
}

/** The same inside a unit of work. Up to a fifth is added by chance, so that a burst does not come back as one. */
export async function restAfterProblem(unit: Unit, outboxId: string, problem: string): Promise<void> {
  const owed = and(eq(outbox.id, outboxId), isNull(outbox.doneAt));
  const [row] = await unit.tx.select({ attempts: outbox.attempts }).from(outbox).where(owed).for("update");
  if (!row) return;
  const attempts = row.attempts + 1;
  const seconds = retryDelaySeconds(attempts);
  await unit.tx
    .update(outbox)
    .set({
      attempts,
      lastProblem: problem.slice(0, 60),
      leaseUntil: sql`clock_timestamp() + make_interval(secs => ${seconds} * (1 + random() * 0.2))`,
    })
    .where(owed);
}

/** A code for what went wrong. Never the message: drizzle's holds the values, and ours may quote somebody. */
export function problemCode(error: unknown): string {
  if (error instanceof OwedProblem) return error.code;
  if (error instanceof Unavailable) return "database-unavailable";
  if (error instanceof NotFound) return "not-found";
  const code = databaseCode(error);
  if (code !== null) return `database-${code}`;
  return error instanceof Error ? `error-${error.name}` : "error";
}
