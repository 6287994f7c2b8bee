import postgres from "postgres";
import type { Entry } from "./history.ts";

export type Findings = {
  submitted: number;
  acknowledged: number;
  decided: number;
  /** Each must be empty: keys, references or ids of what went wrong. */
  lost: string[];
  duplicated: string[];
  phantom: string[];
  falseReceipts: string[];
  unaudited: string[];
  lostDecisions: string[];
  unrouted: string[];
  doubleEffects: string[];
  silent: string[];
};

/**
 * Compares what clients were told with what the database holds, once everything has come to rest.
 * @param url the owner's login
 */
export async function checkHistory(
  url: string,
  entries: readonly Entry[],
  keys: readonly string[],
): Promise<Findings> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const submits = entries.filter(({ what }) => what === "submit");
    const acknowledged = submits.filter(({ step }) => step === "ok");
    const contacts = await sql<{ key: string; reference: string; id: string }[]>`
      select idempotency_key as key, reference, id from contact`;
    const byKey = new Map<string, (typeof contacts)[number][]>();
    for (const one of contacts) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
    const decided = entries
      .filter(({ what, step }) => what === "decide" && step === "ok")
      .map(({ key }) => key);
    const rows = (query: Promise<readonly { id: string }[]>) =>
      query.then((found) => found.map(({ id }) => id));
    return {
      submitted: new Set(submits.map(({ key }) => key)).size,
      acknowledged: new Set(acknowledged.map(({ key }) => key)).size,
      decided: decided.length,
      lost: acknowledged.map(({ key }) => key).filter((key) => !byKey.has(key)),
      duplicated: [...byKey].filter(([, same]) => same.length > 1).map(([key]) => key),
      phantom:
        await rows(sql`select c.id from contact c left join unnest(${[...keys]}::uuid[]) k on k = c.idempotency_key
        where k is null and c.received_at > (select since from installation)`),
      falseReceipts: acknowledged
        .filter(
          ({ key, reference }) => reference !== undefined && byKey.get(key)?.[0]?.reference !== reference,
        )
        .map(({ reference }) => reference ?? ""),
      unaudited: await rows(sql`select c.id from contact c where not c.audit_gap and
        (select count(*) from audit_event e where e.contact_id = c.id and e.kind = 'contact.submitted') <> 1`),
      lostDecisions: await rows(sql`select c as id from unnest(${decided}::uuid[]) c
        where not exists (select from decision d where d.contact_id = c)`),
      unrouted: await rows(sql`select d.id from decision d where
        (select count(*) from pathway p where p.decision_id = d.id) <> 1`),
      doubleEffects: await rows(sql`
        select contact_id as id from audit_event where kind = 'contact.matched' group by 1 having count(*) > 1
        union all
        select subject_id from audit_event where kind = 'pathway.created' group by 1 having count(*) > 1
        union all
        select o.id from outbox o where o.done_at is not null and o.kind in ('match-contact', 'route-decision')
          and (select count(*) from inbox i where i.outbox_id = o.id) <> 1`),
      silent: await rows(sql`select id from outbox where done_at is null`),
    };
  } finally {
    await sql.end();
  }
}
