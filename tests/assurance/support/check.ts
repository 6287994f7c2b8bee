import { existsSync } from "node:fs";
import postgres from "postgres";
import { verifyChain } from "#services/audit/verify-chain";
import type { Entry } from "./history.ts";
import type { System } from "./system.ts";

export type Findings = {
  submitted: number;
  acknowledged: number;
  decided: number;
  /** Forms that were in the database although the answer to whoever sent them was lost with the process. */
  unanswered: number;
  links: number;
  /** Each must be empty: keys, references or ids of what went wrong. */
  lost: string[];
  duplicated: string[];
  phantom: string[];
  falseReceipts: string[];
  withoutReceipt: string[];
  unaudited: string[];
  lostDecisions: string[];
  doubleDecisions: string[];
  falseRefusals: string[];
  unrouted: string[];
  doubleEffects: string[];
  stillOwed: string[];
  notChained: string[];
  brokenChain: string[];
};

type Contact = { key: string; reference: string; id: string; received: number };

/** Compares what clients were told with what the database holds, once everything has come to rest. */
export async function checkHistory(system: System, entries: readonly Entry[]): Promise<Findings> {
  const sql = postgres(system.postgres.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const contacts = await sql<Contact[]>`
      select idempotency_key as key, reference, id, extract(epoch from received_at)::float * 1000 as received from contact`;
    const decided = keysOf(entries, "decide", "ok");
    return {
      ...compareForms(entries, contacts),
      decided: decided.length,
      phantom: await ids(sql`
        select c.id from contact c left join unnest(${[...system.sentKeys]}::uuid[]) k on k = c.idempotency_key
        where k is null and c.received_at > (select since from installation)`),
      unaudited: await ids(sql`select c.id from contact c where not c.audit_gap and
        (select count(*) from audit_event e where e.contact_id = c.id and e.kind = 'contact.submitted') <> 1`),
      lostDecisions: await ids(sql`select c as id from unnest(${decided}::uuid[]) c
        where not exists (select from decision d where d.contact_id = c)`),
      doubleDecisions: await ids(sql`
        select contact_child_id as id from decision group by 1 having count(*) > 1`),
      falseRefusals: keysOf(entries, "decide", "fail"),
      unrouted: await ids(sql`select d.id from decision d where
        (select count(*) from pathway p where p.decision_id = d.id) <> 1`),
      doubleEffects: await ids(sql`
        select contact_id as id from audit_event where kind = 'contact.matched' group by 1 having count(*) > 1
        union all
        select subject_id from audit_event where kind = 'pathway.created' group by 1 having count(*) > 1
        union all
        select o.id from outbox o where o.done_at is not null and o.kind in ('match-contact', 'route-decision')
          and (select count(*) from inbox i where i.outbox_id = o.id) <> 1`),
      stillOwed: await ids(sql`
        select concat_ws(' ', kind, facts->>'message', facts->>'to', last_problem, id) as id
        from outbox where done_at is null`),
      notChained: await ids(sql`select id from audit_event e
        where not exists (select from audit_link l where l.event_id = e.id)`),
      ...(await checkChain(system)),
    };
  } finally {
    await sql.end();
  }
}

const ids = async (query: Promise<readonly { id: string }[]>) => (await query).map(({ id }) => id);

const keysOf = (entries: readonly Entry[], of: Entry["what"], as: Entry["step"]) => [
  ...new Set(entries.filter(({ what, step }) => what === of && step === as).map(({ key }) => key)),
];

/** Every receipt against the contact that it names, and every contact against the keys that were sent. */
function compareForms(entries: readonly Entry[], contacts: readonly Contact[]) {
  const byKey = new Map<string, Contact[]>();
  for (const one of contacts) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
  const receipts = entries.filter(({ what, step }) => what === "submit" && step === "ok");
  const acknowledged = keysOf(entries, "submit", "ok");
  const answered = new Set(acknowledged);
  const submitted = keysOf(entries, "submit", "invoke");
  const lastPress = new Map(
    entries
      .filter(({ what, step }) => what === "submit" && step === "invoke")
      .map(({ key, at }) => [key, at]),
  );
  return {
    submitted: submitted.length,
    acknowledged: acknowledged.length,
    unanswered: submitted.filter(
      (key) => (byKey.get(key)?.[0]?.received ?? Infinity) < (lastPress.get(key) ?? 0),
    ).length,
    lost: acknowledged.filter((key) => !byKey.has(key)),
    duplicated: [...byKey].filter(([, same]) => same.length > 1).map(([key]) => key),
    falseReceipts: receipts
      .filter(({ key, reference }) => reference !== undefined && byKey.get(key)?.[0]?.reference !== reference)
      .map(({ reference }) => reference ?? ""),
    withoutReceipt: submitted.filter((key) => !answered.has(key)),
  };
}

/** What `npm run audit:verify` says. */
async function checkChain({ logins, auditKeys, headsFile }: System) {
  const headsFiles = existsSync(headsFile) ? [headsFile] : [];
  const { links, findings } = await verifyChain({ url: logins.verify, auditKeys, headsFiles });
  return { links, brokenChain: findings.map(({ problem, position }) => `${problem} at ${position}`) };
}
