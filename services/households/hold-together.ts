import { sql } from "drizzle-orm";
import { Invalid } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";

type HoldRow = { contact_id: string; holder_id: string | null; name: string | null; live: boolean };

/**
 * Whoever holds one of two contacts of a household holds both: what nobody holds goes to them.
 * @throws Invalid by `other` when each is in other hands
 */
export async function holdTogether(unit: Unit, contactId: string, otherId: string): Promise<void> {
  const { tx, context } = unit;
  const rows = await tx.execute<HoldRow>(sql`
    with pair as (
      select c.id from contact c where c.id in (${contactId}, ${otherId})
        or c.bundle_id in (select bundle_id from contact where id in (${contactId}, ${otherId}))
    )
    select h.contact_id, h.holder_id, s.name, coalesce(h.lease_until > now(), false) as live
    from hold h left join staff s on s.id = h.holder_id where h.contact_id in (select id from pair)
    order by h.contact_id for update of h`);
  const live = rows.filter((row) => row.live);
  const holders = [...new Set(live.map(({ holder_id: id }) => id))];
  const [holderId] = holders;
  if (holderId === undefined || holderId === null) return;
  if (holders.length > 1) {
    const [name] = live.filter(({ contact_id: id }) => id !== contactId).map((row) => row.name);
    throw new Invalid({
      other: `${name ?? "Somebody else"} is working on that contact. Ask them to hand it over, or a manager to take it over`,
    });
  }
  const minutes = context.settings.leaseMinutes;
  for (const { contact_id: free } of rows.filter((row) => !row.live)) {
    const [held] = await tx.execute<{ lease_until: string }>(sql`
      update hold set holder_id = ${holderId}, taken_at = clock_timestamp(), version = version + 1,
        lease_until = clock_timestamp() + make_interval(mins => ${minutes}::int),
        has_notes = has_notes and holder_id is not distinct from ${holderId}
      where contact_id = ${free}
        and exists (select from clock where clock.contact_id = ${free} and kind = 'decision' and stopped_at is null)
      returning lease_until`);
    if (held)
      await unit.audit({
        kind: "contact.held",
        contactId: free,
        subjectId: holderId,
        facts: { how: "bundled", leaseUntil: new Date(held.lease_until).toISOString(), jumped: false },
      });
  }
}
