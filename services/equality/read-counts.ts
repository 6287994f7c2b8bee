import { and, gte, lt, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { equalityCount } from "#db/schema/additions";
import type { StaffActor } from "#domain/actor";
import type { EqualityQuestion } from "#domain/equality";
import { may } from "#domain/permissions";
import { localDate } from "#domain/time-words";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";

export type EqualityCounts = {
  /** The months that were counted: the twelve before this one, which is not over. */
  from: string;
  to: string;
  counts: { question: EqualityQuestion; answer: string; count: number }[];
};

/** What was answered in the twelve months that are over: this month's could be watched as they come. */
export async function readCounts(context: Context, actor: StaffActor): Promise<EqualityCounts> {
  if (!may(actor, "see-figures")) throw new Forbidden("see-figures");
  return unitOfWork(context, actor, async ({ tx, now }) => {
    const until = Temporal.PlainDate.from(localDate(now)).with({ day: 1 });
    const [from, to] = [until.subtract({ months: 12 }).toString(), until.subtract({ days: 1 }).toString()];
    const counts = await tx
      .select({
        question: equalityCount.question,
        answer: equalityCount.answer,
        count: sql<number>`sum(${equalityCount.count})::int`,
      })
      .from(equalityCount)
      .where(and(gte(equalityCount.month, from), lt(equalityCount.month, until.toString())))
      .groupBy(equalityCount.question, equalityCount.answer);
    return { from, to, counts };
  });
}
