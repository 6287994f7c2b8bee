import { sql, type SQL } from "drizzle-orm";
import { outcomes } from "#domain/outcome";
import { localDate } from "#domain/time-words";
import type { Unit } from "../unit-of-work.ts";

/** Nobody is older when a contact about them arrives: so many years can be taken off before a birth is looked up. */
const oldest = 19;

/**
 * The contacts whose time is over by the rules that stand now, as a statement with `id`, `reference`, `received_at` and
 * `due_on`. A contact is kept for the longest of its children; whose birth nobody knows counts as born when it arrived.
 * A child who was set aside has no decision, and none of the time.
 * @param which narrows it to some contacts; `c` is the contact
 */
export function dueContacts({ now, context }: Unit, which: SQL = sql`true`): SQL {
  const rules = outcomes.map((outcome) => {
    const { years, from } = context.settings.retention[outcome];
    return sql`(${outcome}, ${years}::int, ${from})`;
  });
  const least = Math.min(
    ...Object.values(context.settings.retention).map(({ years, from }) =>
      from === "birth" ? Math.max(0, years - oldest) : years,
    ),
  );
  const today = localDate(now);
  return sql`
    select c.id, c.reference, c.received_at, max(kept.until)::date as due_on
    from contact c
    join contact_child ch on ch.contact_id = c.id
    join decision d on d.contact_child_id = ch.id
      and not exists (select from decision later where later.supersedes_id = d.id)
    join (values ${sql.join(rules, sql`, `)}) as rule(outcome, years, counted) on rule.outcome = d.outcome::text
    cross join lateral (select make_interval(years => rule.years) + case rule.counted
      when 'birth' then coalesce(ch.date_of_birth, ch.due_date,
        c.received_at - make_interval(years => coalesce(ch.estimated_age, 0)::int))
      else greatest(d.decided_at, (select max(coalesce(p.closed_at, p.accepted_at)) from pathway p where p.decision_id = d.id))
      end as until) as kept
    where c.erased_at is null and c.received_at < ${today}::date - make_interval(years => ${least}::int) and ${which}
    group by c.id having max(kept.until) <= ${today}::date`;
}
