import { sql } from "drizzle-orm";
import type { DroppedBecause } from "#domain/messages";
import type { Unit } from "../unit-of-work.ts";

/** Nobody is reminded of a discussion that was held since, or that they have answered; nor told of a time that was moved. */
export async function isHeldOrAnswered(
  { tx }: Unit,
  message: "strategy-arranged" | "strategy-chased" | "strategy-not-held",
  subjectId: string,
): Promise<DroppedBecause | null> {
  const [found] =
    message === "strategy-not-held"
      ? await tx.execute(
          sql`select 1 from strategy_discussion where id = ${subjectId} and held_at is not null`,
        )
      : await tx.execute(sql`
          select 1 from strategy_notice n
          join strategy_attendance a on a.id = n.attendance_id join strategy_discussion d on d.id = a.discussion_id
          where n.id = ${subjectId} and (d.held_at is not null
            or (${message} = 'strategy-chased' and a.answer is not null)
            or (${message} = 'strategy-arranged' and exists (select 1 from strategy_notice later
              where later.attendance_id = n.attendance_id and later.at > n.at)))`);
  return found ? "over" : null;
}
