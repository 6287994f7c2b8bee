import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { alarmWords } from "#domain/alarm-words";
import { roles, type Role } from "#domain/actor";
import { fillAuditGaps } from "#services/audit/fill-gaps";
import { aChild, sendContact, type SentContact } from "../support/contacts.ts";
import { ask } from "../support/http-client.ts";
import { ownerOf } from "../support/queue.ts";
import { addressOf, closedRows, mayEnter, paramsIn, type Row } from "../support/rows.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, addTeam, signedIn } from "../support/staff.ts";

/** Found nowhere but in the record. */
const secret = "Quillfeather";

let site: Site;
let owner: postgres.Sql;
let contact: SentContact;
const cookies = new Map<string, string>();

before(async () => {
  site = await startSite();
  owner = ownerOf(site);
  contact = await sendContact(site.context, { children: [aChild({ lastName: secret })] });
  // A partner of the police has pages that other partners have not.
  const force = await addTeam(site.context, { kind: "police", purpose: "partner" });
  for (const role of roles) {
    const person = await addStaff(site.context, [role], role === "partner" ? { place: force } : {});
    cookies.set(role, await signedIn(site.context, person));
  }
});
after(async () => {
  await owner.end();
  await site.close();
});

/** A manager of the hub reads every contact; whoever else may come in, where they may not. */
const cookieFor = (row: Row) =>
  cookies.get(["manager", ...roles].find((role) => mayEnter(row, [role as Role])) ?? "");
const pathOf = (row: Row) => {
  const params = paramsIn(row).map((name) => [name, name === "reference" ? contact.reference : contact.id]);
  return addressOf(row, Object.fromEntries(params) as Record<string, string>);
};
const isRecorded = (row: Row & { audit?: string }) => row.audit !== undefined && row.name !== "hub.duty";

describe("while audit events cannot be written", () => {
  before(() => owner`revoke insert on audit_event from frontdoor_app`);
  after(() => owner`grant insert on audit_event to frontdoor_app`);

  test("no page that is recorded is shown to anybody, and nothing of what is on it", async () => {
    const answers: Record<string, number> = {};
    for (const row of closedRows.filter(isRecorded)) {
      for (const path of [pathOf(row), `${pathOf(row)}.data`]) {
        const answer = await ask(site, path, { cookie: cookieFor(row) });
        assert.ok(!answer.text.includes(secret), `${path} shows what nobody recorded`);
        assert.ok(!answer.text.includes(contact.reference.slice(4)) || answer.status >= 404, path);
        answers[`${row.name} ${answer.status}`] = answer.status;
      }
    }
    // Work and discussions are asked for by an id that is none of theirs: those are not there, recorded or not.
    const shown = Object.entries(answers).filter(([, status]) => status < 500 && status !== 404);
    assert.deepEqual(shown, []);
    const failed = Object.values(answers).filter((status) => status >= 500).length;
    assert.ok(failed >= 15, `only ${failed} pages failed`);
  });

  test("the duty screen says so, and how many of what, and names nobody", async () => {
    const { status, text } = await ask(site, "/hub/duty", { cookie: cookies.get("manager") });
    assert.equal(status, 200);
    assert.ok(text.includes(alarmWords.audit_failing.title));
    assert.ok(!text.includes(secret) && !text.includes("/hub/contacts/"));
  });

  test("a contact is taken all the same, with a gap that is filled when events can be written", async () => {
    const { id } = await sendContact(site.context);
    const flagged = async () =>
      (await owner<{ audit_gap: boolean }[]>`select audit_gap from contact where id = ${id}`)[0]?.audit_gap;
    const submitted = () =>
      owner`select facts from audit_event where contact_id = ${id} and kind = 'contact.submitted'`;
    assert.equal(await flagged(), true);
    await assert.rejects(fillAuditGaps(site.context));
    assert.equal(await flagged(), true);

    await owner`grant insert on audit_event to frontdoor_app`;
    const duty = await ask(site, "/hub/duty", { cookie: cookies.get("manager") });
    assert.ok(duty.text.includes(alarmWords.audit_gap.title));
    assert.equal(await fillAuditGaps(site.context), 1);
    assert.equal(await fillAuditGaps(site.context), 0);
    assert.equal(await flagged(), false);
    assert.deepEqual(
      (await submitted()).map(({ facts }) => facts as unknown),
      [{ channel: "online", children: 1, partial: false, danger: "no" }],
    );
  });
});

describe("when they can be written again", () => {
  test("every recorded page that there is is shown, each with its event and what it listed", async () => {
    for (const row of closedRows.filter(isRecorded).filter(({ path }) => !path.includes(":id"))) {
      const [before] = await owner<{ n: number }[]>`select count(*)::int as n from audit_event`;
      const answer = await ask(site, pathOf(row), { cookie: cookieFor(row) });
      assert.equal(answer.status, 200, row.name);
      const events = await owner<{ kind: string }[]>`
        select kind from audit_event order by recorded_at offset ${before?.n ?? 0}`;
      const named = (row as { audit?: string }).audit;
      // These are shut until somebody says why; the page about one is a look at the contact.
      const shut = ["contact.referrer-viewed", "contact.address-viewed"].includes(named ?? "");
      const expected = shut ? "contact.viewed" : named;
      assert.ok(
        events.some(({ kind }) => kind === expected),
        `${row.name}: no ${expected} was written`,
      );
    }
  });

  test("a list keeps which contacts it showed, the duty screen too", async () => {
    const listed = async (list: string) => {
      const [row] = await owner<{ ids: string[] }[]>`
        select array(select jsonb_array_elements_text(facts->'resultIds')) as ids from audit_event
        where kind = 'list.viewed' and facts->>'list' = ${list} order by recorded_at desc limit 1`;
      return row?.ids ?? [];
    };
    const manager = { cookie: cookies.get("manager") };
    await ask(site, "/hub/triage", manager);
    assert.ok((await listed("triage")).includes(contact.id));
    await owner`update contact set rating = 'R', rated_at = now() where id = ${contact.id}`;
    const duty = await ask(site, "/hub/duty", manager);
    assert.ok(duty.text.includes(`/hub/contacts/${contact.reference}`));
    assert.ok((await listed("duty")).includes(contact.id));
  });
});

describe("an attempt at what is not theirs", () => {
  test("is recorded with who and which contact, also when nothing of that name is there", async () => {
    const stranger = await addStaff(site.context, ["advice"]);
    const cookie = await signedIn(site.context, stranger);
    for (const reference of [contact.reference, "ZZZZZZZZ"])
      assert.equal((await ask(site, `/hub/contacts/${reference}`, { cookie })).status, 404);
    const denied = await owner<{ contact_id: string | null; facts: unknown }[]>`
      select contact_id, facts from audit_event where kind = 'access.denied' and actor_id = ${stranger.id}
      order by recorded_at`;
    assert.deepEqual(
      denied.map((event) => ({ ...event })),
      [
        { contact_id: contact.id, facts: { route: null, why: "not-found" } },
        { contact_id: null, facts: { route: null, why: "not-found" } },
      ],
    );
  });
});
