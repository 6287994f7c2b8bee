import { sql, type SQL } from "drizzle-orm";

/** News goes by email first, with a reminder; what nobody read is told on the phone, for a month. */
const unreadDays = { emailed: 4, tellUntil: 28 };

/** Senders who do not agree, and whom nobody answered in time. */
export const lateChallengesSql = (at: SQL, known: SQL) => sql`
  select contact.reference, challenge.due_at as since
    from challenge join contact on contact.id = challenge.contact_id
    where challenge.answered_at is null and challenge.due_at < ${at} and ${known}`;

/** Named senders who have not heard what was decided. */
export const unreadNewsSql = (at: SQL, known: SQL) => sql`
  select distinct on (contact.id) contact.reference, feedback.available_at as since
    from feedback join contact on contact.id = feedback.contact_id
      join referrer on referrer.contact_id = contact.id
    where feedback.read_at is null and feedback.dropped_at is null and feedback.told_at is null
      and contact.audience = 'professional' and ${known}
      and feedback.available_at between ${at} - ${unreadDays.tellUntil} * interval '1 day' and ${at}
      and (feedback.available_at < ${at} - ${unreadDays.emailed} * interval '1 day' or not referrer.can_be_emailed)
    order by contact.id, feedback.available_at`;
