import { sql } from "drizzle-orm";
import type { DroppedBecause, MessageKind } from "#domain/messages";
import type { Unit } from "../unit-of-work.ts";

const passing = [
  ...(["strategy-arranged", "strategy-chased", "strategy-not-held"] as const),
  ...(["strategy-action-late", "strategy-ready"] as const),
] as const;
type Passing = (typeof passing)[number];

export const isOfStrategy = (message: MessageKind): message is Passing =>
  (passing as readonly MessageKind[]).includes(message);

/** Nobody is reminded of what they have answered or done since, of what was held, or of a time that was moved. */
export async function isHeldOrAnswered(
  { tx }: Unit,
  message: Passing,
  subjectId: string,
): Promise<DroppedBecause | null> {
  const over = {
    "strategy-not-held": sql`select 1 from strategy_discussion where id = ${subjectId} and held_at is not null`,
    "strategy-ready": sql`select 1 from strategy_attendance a join strategy_discussion d on d.id = a.discussion_id
      where a.id = ${subjectId} and (a.agreement is not null or d.locked_at is not null)`,
    "strategy-action-late": sql`select 1 from strategy_notice n join strategy_action x on x.id = n.action_id
      where n.id = ${subjectId} and x.done_at is not null`,
    "strategy-chased": sql`select 1 from strategy_notice n join strategy_attendance a on a.id = n.attendance_id
      join strategy_discussion d on d.id = a.discussion_id
      where n.id = ${subjectId} and (d.held_at is not null or a.answer is not null)`,
    "strategy-arranged": sql`select 1 from strategy_notice n join strategy_attendance a on a.id = n.attendance_id
      join strategy_discussion d on d.id = a.discussion_id
      where n.id = ${subjectId} and (d.held_at is not null or exists (select 1 from strategy_notice later
        where later.attendance_id = n.attendance_id and later.at > n.at))`,
  };
  const [found] = await tx.execute(over[message]);
  return found ? "over" : null;
}
