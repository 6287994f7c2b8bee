import { sql } from "drizzle-orm";
import { equalityCount } from "#db/schema/additions";
import { equalityNames, type EqualityAnswers } from "#domain/equality";
import { attemptLimits } from "#domain/sign-in";
import { localDate } from "#domain/time-words";
import type { Context } from "../context.ts";
import { TooManyAttempts } from "../errors.ts";
import { spendAttempts } from "../limits/spend-attempts.ts";
import { unitOfWork } from "../unit-of-work.ts";

/**
 * Counts what somebody answered about themselves, each answer by itself and for the month alone: no two answers of one
 * person stand together, and no moment.
 * @throws TooManyAttempts for a network that answers more than people do
 */
export async function countAnswers(
  context: Context,
  { answers, network }: { answers: EqualityAnswers; network: string },
): Promise<void> {
  const until = await spendAttempts(context, [
    { name: "equality-network", of: network, ...attemptLimits["equality-network"] },
  ]);
  if (until) throw new TooManyAttempts(until);
  const given = equalityNames.flatMap((question) => {
    const answer = answers[question];
    return answer === undefined ? [] : [{ question, answer }];
  });
  if (given.length === 0) return;
  await unitOfWork(context, { kind: "public" }, async ({ tx, now }) => {
    const month = `${localDate(now).slice(0, 7)}-01`;
    await tx
      .insert(equalityCount)
      .values(given.map((one) => ({ ...one, month, count: 1 })))
      .onConflictDoUpdate({
        target: [equalityCount.month, equalityCount.question, equalityCount.answer],
        set: { count: sql`${equalityCount.count} + 1` },
      });
  });
}
