import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { formatReference } from "#domain/reference";
import type postgres from "postgres";
import { ask, type Answer, type Asking } from "../../support/http-client.ts";
import { ownerOf } from "../../support/queue.ts";
import { arrangeRelations, type Secret, type SecretKey, type Someone } from "../../support/relations.ts";
import {
  addressOf,
  closedRows,
  dataAddressOf,
  mayEnter,
  paramsIn,
  rows,
  type Row,
} from "../../support/rows.ts";
import { startSite, type Site } from "../../support/site.ts";

/*
 * Every row of the map, asked by somebody in every relation who may come in there at all, for every record, in every
 * form that a request can take. (Whoever may not come in is refused in refusals.test.ts, in the same forms.) Who may
 * see what is written down here once more, without `may`: where the two disagree one of them is wrong.
 */
let site: Site;
let owner: postgres.Sql;
let people: Someone[];
let secrets: Secret[];
let cells = 0;

before(async () => {
  site = await startSite();
  site.at(new Date("2026-11-24T10:00:00Z"));
  owner = ownerOf(site);
  ({ people, secrets } = await arrangeRelations(site, owner));
});
after(async () => {
  await owner.end();
  await site.close();
});

const open: readonly SecretKey[] = ["held", "advice", "referral", "discussion"];
const all: readonly SecretKey[] = [...open, "restricted", "restricted-referral", "restricted-discussion"];
type Surface =
  | "records"
  | "contact"
  | "lookers"
  | "restrict"
  | "advice"
  | "social-work"
  | "strategy"
  | "lado"
  | "partner"
  | "insight";

/** What exists for each of them, by where it is looked at. Whoever is not named here sees no record at all. */
const exists: Record<string, Partial<Record<Surface, readonly SecretKey[]>>> = {
  "screener, holder": { contact: open },
  "screener, another": { contact: open },
  out_of_hours: { contact: open, strategy: open },
  manager: { contact: all, lookers: all, restrict: all, advice: all, "social-work": all, strategy: all },
  on_call_manager: {
    contact: all,
    lookers: all,
    restrict: all,
    advice: all,
    "social-work": all,
    strategy: all,
  },
  auditor: {
    contact: open,
    lookers: open,
    strategy: open,
    insight: ["advice", "referral", "discussion"],
  },
  records_officer: { lookers: all, restrict: all, records: all },
  strategy_chair: { strategy: open },
  "advice, its team": { contact: ["advice"], advice: ["advice"] },
  "social work, its team": {
    contact: ["referral", "discussion"],
    "social-work": ["referral"],
    strategy: ["discussion"],
  },
  service_manager: { "social-work": ["referral"] },
  lado: { lado: ["held", "advice"] },
  "lado, accused": { lado: ["held"] },
  "partner, invited": { strategy: ["discussion"] },
  "partner, asked": { partner: ["held"] },
};

const ownSurfaces: Partial<Record<string, Surface>> = {
  "hub.contact.looked": "lookers",
  "hub.contact.restrict": "restrict",
  "hub.contact.named": "restrict",
};
const surfaceOf = ({ name }: Row): Surface =>
  ownSurfaces[name] ?? (name.startsWith("hub.contact") ? "contact" : (name.split(".")[0] as Surface));
const existsFor = (someone: Someone, key: SecretKey, surface: Surface) =>
  exists[someone.key]?.[surface]?.includes(key) === true;
const seesSomewhere = (someone: Someone, key: SecretKey) =>
  Object.values(exists[someone.key] ?? {}).some((keys) => keys.includes(key));

/** A reference and an id of the same form that nothing has. */
const nothing = { reference: "ZZ22ZZ22", id: "0190d3f0-0000-7000-8000-000000000000" };

const form = {
  ...{ version: "1", reason: "The test asks for it", rating: "R", because: "ring_back", kind: "note" },
  ...{
    text: "A note that nobody may write",
    answer: "same",
    do: "answer",
    note: "Read it all and agree",
    what: "note",
  },
};

/** `part` is what a row must have for the form to mean anything; the gate refuses the others before any row counts. */
type Form = {
  say: string;
  part: "loader" | "action" | null;
  ask: (address: string, row: Row) => [path: string, asking: Asking];
};
const one = (address: string, row: Row) =>
  `${dataAddressOf(address)}?_routes=${encodeURIComponent(row.name)}`;
const forms: readonly Form[] = [
  { say: "GET", part: "loader", ask: (address) => [address, {}] },
  { say: "HEAD", part: "loader", ask: (address) => [address, { method: "HEAD" }] },
  { say: "GET .data", part: "loader", ask: (address) => [dataAddressOf(address), {}] },
  { say: "GET _routes", part: "loader", ask: (address, row) => [one(address, row), {}] },
  { say: "POST", part: "action", ask: (address) => [address, { form }] },
  { say: "POST .data", part: "action", ask: (address) => [dataAddressOf(address), { form }] },
  { say: "POST _routes", part: "action", ask: (address, row) => [one(address, row), { form }] },
  ...["PUT", "DELETE", "PATCH"].map((method) => ({
    say: method,
    part: null,
    ask: (address: string): [string, Asking] => [address, { method, form }],
  })),
];

const formsOf = ({ name }: Row): readonly Form[] => {
  const route = site.build.routes[name];
  assert.ok(route, `${name} is not in the build: build it again`);
  const parts = route.module as { loader?: unknown; action?: unknown };
  return forms.filter(({ part }) => part === null || parts[part] !== undefined);
};

/** Requests at once: the server is in this process, so more of them only wait. */
const atOnce = 12;

async function inParallel<T>(work: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const left = [...work];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = left.pop(); item !== undefined; item = left.pop()) await run(item);
    }),
  );
}

/** An answer without what the address itself puts into it and what is new in every answer. */
const bare = ({ status, text, headers }: Answer, ids: readonly string[]): string => {
  const without = ids.reduce((rest, id) => rest.replaceAll(id, "…"), text);
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "…";
  return `${status} ${headers["content-type"] ?? ""} ${without.replaceAll(nonce, "…")}`;
};

const asked = (someone: Someone, [path, asking]: [string, Asking]) =>
  ask(site, path, { ...asking, cookie: someone.cookie });

const paramsFor = (row: Row, value: { reference: string; id: string }) =>
  Object.fromEntries(
    paramsIn(row).map((param) => [param, param === "reference" ? value.reference : value.id]),
  );

const namesIn = (text: string, someone: Someone, mayShow: (key: SecretKey) => boolean) =>
  secrets
    .filter(({ key, name }) => !mayShow(key) && text.includes(name))
    .map(({ key, name }) => `${someone.key} is shown ${name} (${key})`);

const stateOf = async () =>
  JSON.stringify(
    await owner`select (select json_agg(c.version order by c.id) from contact c) as versions,
      (select json_agg(h.version order by h.contact_id) from hold h) as holds,
      (select count(*) from note) as notes, (select count(*) from rating) as ratings,
      (select count(*) from person_link) as links, (select count(*) from recommendation) as recommended,
      (select count(*) from decision) as decisions, (select json_agg(p.version order by p.id) from pathway p) as works,
      (select count(*) from pathway_entry) as entries, (select count(*) from strategy_information) as told,
      (select count(*) from lado_record) as records, (select count(*) from lado_note) as written,
      (select count(*) from agency_reply) as replies, (select count(*) from agency_request) as requests`,
  );

describe("routes × relations × records × forms of asking", () => {
  test("what is not somebody's is to them as if it did not exist, and nothing of it changes", async () => {
    const before = await stateOf();
    const leaks: string[] = [];
    const work = closedRows
      .filter((row) => paramsIn(row).length > 0)
      .flatMap((row) => people.map((someone) => ({ row, someone })))
      .filter(({ row, someone }) => mayEnter(row, someone.roles));
    await inParallel(work, async ({ row, someone }) => {
      const surface = surfaceOf(row);
      const named = paramsIn(row).includes("reference")
        ? secrets.map((secret) => ({ secret, value: { ...nothing, reference: secret.reference } }))
        : secrets.flatMap((secret) =>
            Object.entries(secret.ids).map(([of, id]) => ({ secret, of, value: { ...nothing, id } })),
          );
      // An id of another kind of record leads nowhere, whoever asks.
      const those = named.filter(
        (each) => ("of" in each && each.of !== surface) || !existsFor(someone, each.secret.key, surface),
      );
      if (those.length === 0) return;
      for (const each of formsOf(row)) {
        const missing = await asked(someone, each.ask(addressOf(row, paramsFor(row, nothing)), row));
        const wanted = bare(missing, [nothing.reference, formatReference(nothing.reference), nothing.id]);
        for (const { secret, value } of those) {
          const answer = await asked(someone, each.ask(addressOf(row, paramsFor(row, value)), row));
          cells += 1;
          const told = `${each.say} ${row.name}, ${someone.key}, ${secret.key}: ${answer.status}`;
          const got = bare(answer, [value.reference, formatReference(value.reference), value.id]);
          if (got !== wanted) leaks.push(`${told} is not what nothing answers (${missing.status})`);
          leaks.push(...namesIn(answer.text, someone, () => false).map((what) => `${told}: ${what}`));
          if (answer.status < 300 && !each.say.startsWith("GET")) leaks.push(`${told} was taken`);
        }
      }
    });
    assert.deepEqual(leaks, []);
    assert.equal(await stateOf(), before, "something was changed by somebody who may not");
  });

  test("no list, count or other page tells of a record that does not exist for whoever reads it", async () => {
    const leaks: string[] = [];
    const work = rows
      .filter((row) => paramsIn(row).length === 0)
      .flatMap((row) => people.map((someone) => ({ row, someone })))
      .filter(({ row, someone }) => mayEnter(row, someone.roles));
    await inParallel(work, async ({ row, someone }) => {
      // Who looks after the audit reads which contact an event is about, and nothing of it.
      const readsAudit = row.name === "admin.audit" && someone.key === "records_officer";
      // A public page is the same for everybody, and a post to a list is not about a record.
      const asking = formsOf(row).filter(({ part }) => part === "loader");
      for (const each of row.access === "public" ? asking.slice(0, 1) : asking) {
        const answer = await asked(someone, each.ask(addressOf(row, {}), row));
        cells += 1;
        const told = `${each.say} ${row.name}`;
        const shown = namesIn(answer.text, someone, (key) => seesSomewhere(someone, key));
        leaks.push(...shown.map((what) => `${told}: ${what}`));
        for (const { key, reference } of secrets.filter(
          (one) => !readsAudit && !seesSomewhere(someone, one.key),
        ))
          for (const written of [reference, formatReference(reference)])
            if (answer.text.includes(written)) leaks.push(`${told}: ${someone.key} is shown where ${key} is`);
      }
    });
    assert.deepEqual(leaks, []);
  });

  test("no page of a record that somebody may read hints at another", async () => {
    const leaks: string[] = [];
    const work = closedRows
      .filter((row) => paramsIn(row).length > 0)
      .flatMap((row) => people.map((someone) => ({ row, someone })))
      .filter(({ row, someone }) => mayEnter(row, someone.roles));
    let shown = 0;
    await inParallel(work, async ({ row, someone }) => {
      const surface = surfaceOf(row);
      for (const secret of secrets.filter(({ key }) => existsFor(someone, key, surface))) {
        const id = secret.ids[surface] ?? nothing.id;
        const address = addressOf(row, paramsFor(row, { reference: secret.reference, id }));
        const answer = await asked(someone, [address, {}]);
        cells += 1;
        if (answer.text.includes(secret.name)) shown += 1;
        const others = namesIn(
          answer.text,
          someone,
          (key) => key === secret.key || seesSomewhere(someone, key),
        );
        leaks.push(...others.map((what) => `GET ${row.name} of ${secret.key}: ${what}`));
      }
    });
    assert.deepEqual(leaks, []);
    assert.ok(shown > work.length, `only ${shown} pages showed the record that they are about`);
    // The router logs its own answer to a post that no route takes; what is thrown has a name.
    assert.deepEqual(
      site.faults.filter((line) => !line.includes('"error":"object"')),
      [],
    );
  });

  test("the restricted record is there for whoever is cleared, so that its absence above means something", async () => {
    const manager = people.find(({ key }) => key === "manager");
    const restricted = secrets.find(({ key }) => key === "restricted");
    const held = secrets.find(({ key }) => key === "held");
    assert.ok(manager && restricted && held);
    for (const path of ["/hub/triage", `/hub/contacts/${held.reference}/matches`]) {
      const answer = await asked(manager, [path, {}]);
      assert.ok(answer.text.includes(restricted.name), path);
    }
  });

  after(() => console.log(`matrix: ${cells} cells, ${people.length} people, ${rows.length} routes`));
});
