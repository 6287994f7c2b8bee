import type postgres from "postgres";
import { newId } from "#services/new-id";
import type { Looking } from "./snoopers.ts";

/** Writes it all down as the hub would have, in a statement a table; one real contact is what the others are copied from. */
export async function writeLooking(
  owner: postgres.Sql,
  like: string,
  { readers, contacts, events }: Looking,
): Promise<void> {
  const json = (rows: readonly object[]) => owner.json(rows as never);
  await owner`
    insert into staff (id, organisation_id, name, job_title, email)
    select (r->>'id')::uuid, (select id from organisation limit 1), r->>'name', 'Worker', r->>'id' || '@example.gov.uk'
    from jsonb_array_elements(${json(readers)}::jsonb) r`;
  await owner`
    insert into role_grant (id, staff_id, role, granted_by, granted_at)
    select gen_random_uuid(), (r->>'id')::uuid, (r->>'role')::staff_role, (r->>'id')::uuid, now()
    from jsonb_array_elements(${json(readers)}::jsonb) r`;
  const rows = contacts.map(({ receivedAt, decidedAt, ...contact }) => ({
    ...contact,
    receivedAt: new Date(receivedAt),
    decidedAt: new Date(decidedAt),
  }));
  await owner`
    insert into contact select (jsonb_populate_record(model, jsonb_build_object('id', c->>'id', 'reference', c->>'reference',
      'received_at', c->>'receivedAt', 'idempotency_key', gen_random_uuid()))).*
    from jsonb_array_elements(${json(rows)}::jsonb) c, contact model where model.id = ${like}`;
  await owner`
    insert into contact_child select (jsonb_populate_record(model, jsonb_build_object('id', child.id, 'contact_id', c->>'id',
      'ordinal', child.n, 'last_name', c->>'surname'))).*
    from jsonb_array_elements(${json(rows)}::jsonb) c,
      jsonb_array_elements_text(c->'childIds') with ordinality child (id, n),
      contact_child model where model.contact_id = ${like}`;
  await owner`
    insert into contact_adult (id, contact_id, ordinal, name, particulars)
    select gen_random_uuid(), (c->>'id')::uuid, adult.n, adult.name, ''
    from jsonb_array_elements(${json(rows)}::jsonb) c,
      jsonb_array_elements_text(c->'adults') with ordinality adult (name, n)`;
  await owner`
    insert into decision (id, contact_id, contact_child_id, outcome, level, content, decided_by, decided_at)
    select gen_random_uuid(), (c->>'id')::uuid, (c->'childIds'->>0)::uuid, 'information_only', 1, '', gen_random_uuid(),
      (c->>'decidedAt')::timestamptz
    from jsonb_array_elements(${json(rows)}::jsonb) c where (c->>'decidedAt')::timestamptz < now()`;
  const written = events.map((event) => ({ ...event, id: newId(event.at), at: new Date(event.at) }));
  await owner`
    insert into audit_event (id, at, kind, actor_kind, actor_id, contact_id, facts)
    select (e->>'id')::uuid, (e->>'at')::timestamptz, e->>'kind', 'staff', (e->>'readerId')::uuid, (e->>'contactId')::uuid,
      e->'facts'
    from jsonb_array_elements(${json(written)}::jsonb) e`;
}
