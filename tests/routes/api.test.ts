import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { exampleBody, exampleCases } from "#domain/api/example";
import { keyLimits } from "#domain/api/keys";
import { endKey, replaceKey } from "#services/api/change-keys";
import { spendAttempts } from "#services/limits/spend-attempts";
import { ask, type Answer } from "../support/http-client.ts";
import { addPartner, getAs, post, problemIn, received, type PartnerSystem } from "../support/partner.ts";
import { ownerOf } from "../support/queue.ts";
import { addressOf, keyRows } from "../support/rows.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, addTeam, signedIn } from "../support/staff.ts";

let site: Site;
let owner: postgres.Sql;
let school: PartnerSystem;

before(async () => {
  site = await startSite();
  site.at(new Date("2026-11-23T15:40:00Z"));
  owner = ownerOf(site);
  school = await addPartner(site.context);
});
after(async () => {
  await owner.end();
  assert.deepEqual(site.faults, []);
  await site.close();
});

const contacts = async () => Number((await owner`select count(*) as n from contact`)[0]?.["n"]);

describe("a contact from a partner's system", () => {
  test("is taken as a form is: kept, clocked, owed, and its sender sealed in their own room", async () => {
    const answer = await post(site, school.secret);
    const { reference, receivedAt, decideBy } = received(answer);
    assert.equal(receivedAt, "2026-11-23T15:40:00.000Z");
    assert.equal(decideBy, "2026-11-24T15:40:00.000Z");
    assert.equal(answer.location, `/api/contacts/${reference}`);
    const [row] = await owner`select c.channel, c.source_code, c.partial, k.last_name, r.can_be_emailed,
        (select count(*)::int from clock where contact_id = c.id) as clocks,
        (select array_agg(kind::text order by kind::text) from outbox where subject_id = c.id) as owed,
        (select count(*)::int from audit_event where contact_id = c.id and kind = 'contact.submitted') as audited
      from contact c join contact_child k on k.contact_id = c.id join referrer r on r.contact_id = c.id
      where c.reference = ${reference}`;
    assert.deepEqual(
      { ...row },
      {
        ...{ channel: "api", source_code: "10", partial: false, last_name: "Okafor", can_be_emailed: true },
        ...{ clocks: 2, owed: ["match-contact", "send-message"], audited: 1 },
      },
    );
    const screener = await addStaff(site.context, ["screener"]);
    const cookie = await signedIn(site.context, screener);
    const page = async (below: string) =>
      (await ask(site, `/hub/contacts/${reference}${below}`, { cookie })).text;
    const referral = await page("/referral");
    for (const said of ["A bruise on her arm", "Grace Okafor", "7 Mill Road"])
      assert.ok(referral.includes(said), said);
    for (const secret of ["Jo Reed", "school.example", "2026-0117"])
      assert.ok(!referral.includes(secret), secret);
    const room = { cookie, form: { because: "ring_back" } };
    const opened = await ask(site, `/hub/contacts/${reference}/referrer`, room);
    for (const secret of ["Jo Reed", "school.example", "2026-0117"])
      assert.ok(opened.text.includes(secret), secret);
  });

  test("can be followed by the organisation that sent it, and by no other", async () => {
    const { reference } = received(await post(site, school.secret));
    const other = await addPartner(site.context);
    const status = async (secret: string) => getAs(site, secret, `/api/contacts/${reference}`);
    const now = async () => (JSON.parse((await status(school.secret)).text) as { status: string }).status;
    assert.equal(await now(), "received");
    await owner`update contact set rated_at = now(), rating = 'G' where reference = ${reference}`;
    assert.equal(await now(), "being-screened");
    await owner`update clock set stopped_at = now() where kind = 'decision'
      and contact_id = (select id from contact where reference = ${reference})`;
    assert.equal(await now(), "decision-made");
    assert.doesNotMatch((await status(school.secret)).text, /outcome|rating/);
    problemIn(await status(other.secret), "not-found");
    const online = await owner`select count(*) from partner_contact`;
    assert.ok(online.length > 0);
    for (const typed of ["ZZ22ZZ22", "' or 1=1 --", "é", "x".repeat(2_000), "%00", "__proto__"])
      problemIn(await getAs(site, school.secret, `/api/contacts/${encodeURIComponent(typed)}`), "not-found");
  });

  test("names each thing that cannot be taken by its place, and keeps nothing of it", async () => {
    const before = await contacts();
    const cases: [unknown, string[]][] = [
      [{}, ["#/danger", "#/children", "#/whatHappened", "#/sender"]],
      [{ ...exampleBody, extra: 1, __proto: 2 }, ["#"]],
      [{ ...exampleBody, children: [] }, ["#/children"]],
      [{ ...exampleBody, children: [{ age: "7" }] }, ["#/children/0/age"]],
      [{ ...exampleBody, children: [{ age: 7 }] }, ["#/children/0/firstName"]],
      [
        { ...exampleBody, children: [{ firstName: "A", age: 7, dueDate: "2026-12-01" }] },
        ["#/children/0/dateOfBirth"],
      ],
      [
        { ...exampleBody, children: [{ firstName: "A", dateOfBirth: "2027-01-01" }] },
        ["#/children/0/dateOfBirth"],
      ],
      [
        { ...exampleBody, children: [{ firstName: "A", dateOfBirth: "2025-02-29" }] },
        ["#/children/0/dateOfBirth"],
      ],
      [
        { ...exampleBody, children: [{ firstName: "A", nhsNumber: "9434765918" }] },
        ["#/children/0/nhsNumber"],
      ],
      [{ ...exampleBody, children: [{ firstName: "A", standing: "household" }] }, ["#/children"]],
      [{ ...exampleBody, whatHappened: "a\0b" }, ["#/whatHappened"]],
      [{ ...exampleBody, whatHappened: " \n " }, ["#/whatHappened"]],
      [{ ...exampleBody, whatHappened: "x".repeat(4_001) }, ["#/whatHappened"]],
      [{ ...exampleBody, sender: { name: "Jo" } }, ["#/sender/email"]],
      [{ ...exampleBody, sender: { name: "Jo", email: "jo@a.example, jo@b.example" } }, ["#/sender/email"]],
      [[exampleBody], ["#"]],
      [null, ["#"]],
    ];
    for (const [body, pointers] of cases) {
      const { errors } = problemIn(await post(site, school.secret, JSON.stringify(body)), "not-taken");
      assert.deepEqual([...new Set(errors?.map(({ pointer }) => pointer))], pointers, JSON.stringify(errors));
    }
    assert.equal(await contacts(), before);
  });

  test("a length is counted in characters, and half of one does no harm", async () => {
    received(await post(site, school.secret, { ...exampleBody, whatHappened: "𝒳".repeat(4_000) }));
    const half = JSON.stringify(exampleBody).replace("A bruise", "A \\ud800 bruise");
    received(await post(site, school.secret, half));
  });
});

describe("the Idempotency-Key", () => {
  const keyed = (key: string) => ({ headers: { "idempotency-key": key } });

  test("of fifty requests at once makes one contact, and each gets its receipt", async () => {
    const before = await contacts();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post(site, school.secret, exampleBody, keyed("one-of-fifty"))),
    );
    assert.equal(await contacts(), before + 1);
    assert.equal(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size, 1, answers[0]?.text);
    received(answers[0] as Answer);
  });

  test("with another body is refused and says what was taken; a refused body does not use it up", async () => {
    problemIn(await post(site, school.secret, {}, keyed("second")), "not-taken");
    const first = received(await post(site, school.secret, exampleBody, keyed("second")));
    const other = { ...exampleBody, whatHappened: "Something else" };
    const problem = problemIn(await post(site, school.secret, other, keyed("second")), "key-used-before");
    assert.equal(problem.reference, first.reference);
    const ordered = Object.fromEntries(Object.entries(exampleBody).reverse());
    assert.deepEqual(received(await post(site, school.secret, ordered, keyed("second"))), first);
  });

  test("of one organisation is nothing to another", async () => {
    const other = await addPartner(site.context);
    const [one, two] = [school, other].map(({ secret }) => post(site, secret, exampleBody, keyed("same")));
    assert.notEqual(received((await one) as Answer).reference, received((await two) as Answer).reference);
  });

  test("is needed, and is what a header can carry", async () => {
    for (const key of ["", "x".repeat(256), "a b"])
      problemIn(await post(site, school.secret, exampleBody, keyed(key)), "no-idempotency-key");
  });
});

describe("a key", () => {
  test("that is missing, made up, ended or of an organisation that has ended opens nothing", async () => {
    for (const row of keyRows) {
      const path = addressOf(row, { reference: "7KQ4M2XD" });
      if (row.name === "api.contact") {
        const bare = await ask(site, path);
        problemIn(bare, "no-key");
        assert.equal(bare.headers["www-authenticate"], "Bearer");
      }
    }
    for (const secret of ["x", `fdk_${"x".repeat(43)}`, "' or 1=1", school.secret.slice(0, -1)])
      problemIn(await post(site, secret), "no-key");
    const gone = await addPartner(site.context);
    await owner`update organisation set active = false where id = ${gone.place.organisationId}`;
    problemIn(await post(site, gone.secret), "no-key");
  });

  test("in a browser with a cookie, or without its header, is not looked at", async () => {
    const before = await contacts();
    problemIn(await post(site, school.secret, exampleBody, { cookie: "session=x" }), "from-a-browser");
    problemIn(
      await ask(site, "/api/contacts", { origin: null, method: "POST", body: "{}" }),
      "from-a-browser",
    );
    assert.equal(await contacts(), before);
  });

  test("does what it was made for and nothing else", async () => {
    const sends = await addPartner(site.context, { scopes: ["contacts:send"] });
    const { reference } = received(await post(site, sends.secret));
    problemIn(await getAs(site, sends.secret, `/api/contacts/${reference}`), "not-allowed");
    const { place } = sends;
    const asks = await addPartner(site.context, { place, scopes: ["contacts:status"] });
    problemIn(await post(site, asks.secret), "not-allowed");
    assert.equal((await getAs(site, asks.secret, `/api/contacts/${reference}`)).status, 200);
  });

  test("that is replaced is good for as long as was agreed, and one that is ended not a moment longer", async () => {
    const { place, keyId, secret } = await addPartner(site.context);
    const administrator = await addStaff(site.context, ["administrator"]);
    const id = site.context.newId();
    const wanted = { id, key: keyId, overlap: "week", reason: "A new program" } as const;
    const renewed = await replaceKey(site.context, administrator, place.organisationId, wanted);
    received(await post(site, secret));
    received(await post(site, renewed.secret));
    site.at(new Date("2026-11-30T15:41:00Z"));
    problemIn(await post(site, secret), "no-key");
    received(await post(site, renewed.secret));
    await endKey(site.context, administrator, place.organisationId, { key: id, reason: "It was seen" });
    problemIn(await post(site, renewed.secret), "no-key");
    site.at(new Date("2026-11-23T15:40:00Z"));
  });

  test("stands in the database as a hash, and in the audit as an id", async () => {
    const bare = school.secret.slice(4);
    const [dump] = await owner`select (select json_agg(k)::text from api_key k) as keys,
      (select json_agg(e)::text from audit_event e) as events, (select json_agg(d)::text from directory_change d) as changes`;
    // The database writes bytes as their digits.
    const forms = [bare, Buffer.from(bare).toString("hex"), Buffer.from(bare, "base64url").toString("hex")];
    for (const [table, text] of Object.entries(dump ?? {}))
      for (const form of forms) assert.ok(!String(text).includes(form), table);
    const made =
      await owner`select from audit_event where kind = 'api-key.made' and subject_id = ${school.keyId}`;
    assert.equal(made.length, 1);
  });

  test("that is used too often is told to wait, and nobody else is", async () => {
    const busy = await addPartner(site.context);
    const { limit, seconds } = keyLimits["contacts:send"];
    const spend = { name: "api-contacts:send", of: busy.keyId, limit, seconds } as const;
    await spendAttempts(
      site.context,
      Array.from({ length: limit }, () => spend),
    );
    const answer = await post(site, busy.secret);
    problemIn(answer, "too-many");
    const wait = Number(answer.headers["retry-after"]);
    assert.ok(wait > 0 && wait <= seconds);
    received(await post(site, school.secret));
  });
});

describe("a list of open cases from a system", () => {
  const list = { ...exampleCases, asAt: "2026-11-23T15:00:00Z" };
  const send = (secret: string, body: unknown) =>
    ask(site, "/api/open-cases", {
      ...{ origin: null, method: "POST", body: JSON.stringify(body) },
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    });

  test("is taken from the council’s own with a key for it, and answered with what it changed and what it could not take", async () => {
    const scopes = ["open-cases:replace"] as const;
    const council = await addPartner(site.context, { place: await addTeam(site.context), scopes });
    const broken = { caseNumber: "C-2", status: "asleep", lastName: "Okafor", postcode: "AB1 2CD" };
    const answer = await send(council.secret, { ...list, cases: [...list.cases, broken, 7] });
    assert.equal(answer.status, 200, answer.text);
    const { refused, ...taken } = JSON.parse(answer.text) as { refused: { line: number; field: string }[] };
    assert.deepEqual(taken, {
      ...{ asAt: "2026-11-23T15:00:00.000Z", cases: 1, opened: 1, changed: 0, closed: 0 },
      ...{ noneClosed: true, workersUnknown: 1 },
    });
    assert.deepEqual(
      refused.map(({ line, field }) => [line, field]),
      [
        [2, "status"],
        [3, "the row"],
      ],
    );
    problemIn(await send(school.secret, list), "not-allowed");
    problemIn(await post(site, council.secret), "not-allowed");
    const older = problemIn(
      await send(council.secret, { ...list, asAt: "2026-11-22T15:00:00Z" }),
      "not-taken",
    );
    assert.deepEqual(
      older.errors?.map(({ pointer }) => pointer),
      ["#/asAt"],
    );
    problemIn(await send(council.secret, { cases: [] }), "not-taken");
    const elsewhere = await addPartner(site.context, { scopes });
    problemIn(await send(elsewhere.secret, list), "not-taken");
    const many = Array.from({ length: 30 }, (_, at) => ({ ...list.cases[0], caseNumber: `M-${at}` }));
    assert.equal((await send(council.secret, { ...list, cases: many })).status, 200);
    problemIn(await send(council.secret, { ...list, cases: many.slice(0, 3) }), "much-smaller");
    problemIn(await getAs(site, council.secret, "/api/open-cases"), "no-such-method");
  });
});
