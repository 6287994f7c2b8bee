import { sql, type SQL } from "drizzle-orm";

/**
 * Which contact a message about a strategy discussion is of, since when, and what it runs against: the time that is set,
 * or the one by which it is held. A notice tells of the time, or of the action that is late.
 */
export const strategyFacts = (subjectId: string): SQL => sql`
  select contact_id, created_at as since, hold_by as due_at from strategy_discussion where id = ${subjectId}
  union all select d.contact_id, n.at, coalesce(x.due_at, d.meeting_at, d.hold_by) from strategy_notice n
    join strategy_attendance a on a.id = n.attendance_id join strategy_discussion d on d.id = a.discussion_id
    left join strategy_action x on x.id = n.action_id
    where n.id = ${subjectId}
  union all select d.contact_id, d.held_at, d.agree_by from strategy_attendance a
    join strategy_discussion d on d.id = a.discussion_id where a.id = ${subjectId}
  union all select d.contact_id, x.created_at, x.due_at from strategy_action x
    join strategy_discussion d on d.id = x.discussion_id where x.id = ${subjectId}`;
