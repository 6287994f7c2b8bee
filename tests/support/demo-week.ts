import type { Role } from "#domain/actor";
import { settingGroups } from "#domain/setting-groups";
import { startSession } from "#services/accounts/start-session";
import { seedDemo } from "#services/demo/seed-demo";
import assert from "node:assert/strict";
import { waitFor } from "../../scripts/processes.mjs";
import { ask } from "./http-client.ts";
import { someBatches } from "./police-batches.ts";
import { ownerOf } from "./queue.ts";
import { addressOf, mayEnter, paramsIn, rows, type Row } from "./rows.ts";
import type { Site } from "./site.ts";
import { queueServer, workerHere } from "./worker.ts";

/** Roles whose pages of a contact are laid out as a screener's or a manager's are: two contacts are enough for each. */
const alike: readonly (Role | null)[] = ["call_taker", "out_of_hours", "on_call_manager", "auditor"];

/**
 * A site with the demonstration's week behind it, so that every row of the map has something to show to each of its roles.
 * The records that pages are about are one of each kind, and one in each state that has a page of its own.
 */
export async function demoWeek(site: Site) {
  await seedDemo(site.context);
  const owner = ownerOf(site);
  const worker = await workerHere(site.context, (await queueServer("postgres")).parts(site));
  const routed = async () =>
    (await owner`select from outbox where done_at is null and kind <> 'send-message'`).length === 0;
  assert.ok(await waitFor(routed, 30_000, 100), "the week's decisions were not routed");
  await worker.close();
  const one = await owner<{ reference: string }[]>`
    select distinct on (c.rating is null, k.state) c.reference
    from contact c join contact_child k on k.contact_id = c.id where c.cleared_only_since is null
    order by c.rating is null, k.state, c.received_at`;
  const references = one.map(({ reference }) => reference);
  const pathways = await owner<
    { id: string; kind: string }[]
  >`select distinct on (kind) id, kind from pathway order by kind, id`;
  const discussions = (await owner<{ id: string }[]>`select id from strategy_discussion limit 1`).map(
    ({ id }) => id,
  );
  const named = async (table: "organisation" | "team" | "staff", name: string) =>
    (await owner<{ id: string }[]>`select id from ${owner(table)} where name = ${name}`).map(({ id }) => id);
  const person = await named("staff", "Sam Kaur");
  const answers = await owner<{ id: string }[]>`select id from proposal where kind = 'access-export'`;
  const kept = await owner<{ reference: string }[]>`
    select reference from contact where erased_at is not null or legal_hold`;
  references.push(...kept.map(({ reference }) => reference));
  const owedCalls = (await owner<{ id: string }[]>`select id from call_back`).map(({ id }) => id);
  const drawn = await owner<{ id: string }[]>`
    insert into second_look (decision_id, contact_id, drawn_at, because)
    select id, contact_id, decided_at, 'sample' from decision order by id limit 1
    on conflict (decision_id) do update set because = 'sample' returning decision_id as id`;
  const directory: Record<string, string[]> = {
    "insight.second-look": drawn.map(({ id }) => id),
    "help.call-back-asked": owedCalls,
    "hub.call-back": owedCalls,
    "hub.expected-call": (await owner<{ id: string }[]>`select id from expected_call`).map(({ id }) => id),
    "partner.request": (
      await owner<{ id: string }[]>`select r.id from agency_request r
        join organisation o on o.id = r.organisation_id where o.kind = 'police'`
    ).map(({ id }) => id),
    "lado.record": (await owner<{ id: string }[]>`select id from lado_record`).map(({ id }) => id),
    "records.answer": answers.map(({ id }) => id),
    "admin.organisation": await named("organisation", "Open Door Anytown"),
    "admin.organisation-keys": await named("organisation", "Open Door Anytown"),
    "admin.organisation-webhook": await named("organisation", "Open Door Anytown"),
    "admin.team": await named("team", "South assessment"),
    "admin.person": person,
    "admin.recovery": person,
  };
  // One in part sent, one whose columns nobody has named.
  const police = await someBatches(site, owner);
  const names = await owner<{ name: string }[]>`
      select distinct last_name as name from contact_child where length(last_name) > 4`;
  const staff = await owner<{ id: string; role: Role }[]>`
    select distinct on (role) staff_id as id, role from role_grant where revoked_at is null order by role, id`;
  const people = new Map(staff.map(({ id, role }) => [role, id]));
  people.set("partner", police.officerId);
  await owner.end();

  /** The session cookie of somebody with this role; none for nobody in particular. */
  async function cookieFor(role: Role | null): Promise<string | undefined> {
    const id = role === null ? undefined : people.get(role);
    return id === undefined ? undefined : (await startSession(site.context, id)).secret;
  }

  /** The addresses that show a row: one for each record that it can be about. */
  function addressesOf(row: Row, role: Role | null): string[] {
    const [param] = paramsIn(row);
    if (param === undefined) return [addressOf(row, {})];
    if (param === "reference") {
      const those = alike.includes(role) ? references.slice(0, 2) : references;
      return those.map((reference) => addressOf(row, { reference }));
    }
    if (param === "group") return settingGroups.map((group) => addressOf(row, { group }));
    if (row.name === "police.row") return police.rows.map((one) => addressOf(row, one));
    if (row.name.startsWith("police."))
      return (row.name === "police.columns" ? police.unmapped : police.batches).map((id) =>
        addressOf(row, { id }),
      );
    const kept = directory[row.name];
    if (kept !== undefined) return kept.map((id) => addressOf(row, { id }));
    if (row.name.startsWith("strategy.")) return discussions.map((id) => addressOf(row, { id }));
    return pathways.map(({ id }) => addressOf(row, { id }));
  }

  /** Rows with a page that this role may open; the form's own pages have tests of their own, with answers in them. */
  async function pagesFor(role: Role | null): Promise<Row[]> {
    const open = rows.filter((row) => {
      const built = site.build.routes[row.name];
      if (row.name.startsWith("report.") || (built?.module as { default?: unknown }).default === undefined)
        return false;
      return role === null
        ? row.access === "public" || row.access === "demo"
        : Array.isArray(row.access) && mayEnter(row, [role]);
    });
    if (open.some(({ name }) => name === "hub.call")) {
      const begun = await ask(site, "/hub/calls", {
        cookie: `session=${(await cookieFor(role)) ?? ""}`,
        form: {},
      });
      directory["hub.call"] = [begun.location?.split("/").at(-1) ?? ""];
      directory["hub.call.files"] = directory["hub.call"];
    }
    return open;
  }

  return { names: names.map(({ name }) => name), cookieFor, pagesFor, addressesOf };
}
