import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { roles, type Role, type StaffActor } from "#domain/actor";
import { sendContact, aChild } from "../../support/contacts.ts";
import { ask, type Answer } from "../../support/http-client.ts";
import { ownerOf } from "../../support/queue.ts";
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
import { addStaff, signedIn } from "../../support/staff.ts";

/** Found nowhere but in the record that refused requests ask for. */
const secret = "Quillfeather";

type Person = { role: Role | "none"; actor: StaffActor; cookie: string };

let site: Site;
let people: Person[];
let contact: { id: string; reference: string };

before(async () => {
  site = await startSite();
  contact = await sendContact(site.context, { children: [aChild({ lastName: secret })] });
  people = await Promise.all(
    [...roles, "none" as const].map(async (role) => {
      const actor = await addStaff(site.context, role === "none" ? [] : [role]);
      return { role, actor, cookie: await signedIn(site.context, actor) };
    }),
  );
});
after(() => site.close());

/** Params that lead to the record which must not be shown. */
const ofTheRecord = (row: Row): string =>
  addressOf(
    row,
    Object.fromEntries(
      paramsIn(row).map((param) => [param, param === "reference" ? contact.reference : contact.id]),
    ),
  );

type Parts = { loader?: unknown; action?: unknown };
const partsOf = ({ name }: Row): Parts => {
  const route = site.build.routes[name];
  assert.ok(route, `${name} is not in the build: build it again`);
  return route.module as Parts;
};

/** Everything that one row can be asked, by anybody: as a page, as data, as data of this one route, and posted to. */
const questionsTo = (row: Row) => {
  const address = ofTheRecord(row);
  const data = dataAddressOf(address);
  const one = `${data}?_routes=${encodeURIComponent(row.name)}`;
  const { loader, action } = partsOf(row);
  const gets = loader === undefined ? [] : [{ path: address }, { path: address, method: "HEAD" }];
  const dataGets = loader === undefined ? [] : [{ path: data }, { path: one }];
  const form = { reference: contact.reference, id: contact.id };
  const posts = action === undefined ? [] : [{ path: address, form }];
  const dataPosts =
    action === undefined
      ? []
      : [
          { path: data, form },
          { path: one, form },
        ];
  return { gets, dataGets, posts, dataPosts };
};

const say = (what: { path: string; method?: string }, { status, text }: Answer) =>
  `${what.method ?? ("form" in what ? "POST" : "GET")} ${what.path} answered ${status}: ${text.slice(0, 200)}`;

const keepsSecret = (answer: Answer, told: string) => {
  assert.ok(!answer.text.includes(secret), told);
  assert.match(answer.headers["cache-control"] ?? "", /no-store/, told);
  assert.ok(answer.headers["content-security-policy"], told);
};

describe("whoever is not signed in", () => {
  test("is sent to sign-in from every closed page, and refused every post", async () => {
    for (const cookie of [undefined, "session=made-up", `session=${"x".repeat(43)}`]) {
      for (const row of closedRows) {
        const { gets, dataGets, posts, dataPosts } = questionsTo(row);
        for (const get of gets) {
          const answer = await ask(site, get.path, { ...get, cookie });
          keepsSecret(answer, say(get, answer));
          assert.equal(answer.status, 303, say(get, answer));
          const to = new URL(answer.location ?? "", site.url);
          assert.equal(to.pathname, "/account/sign-in");
          assert.equal(to.searchParams.get("next"), get.path);
        }
        for (const get of dataGets) {
          const answer = await ask(site, get.path, { cookie });
          keepsSecret(answer, say(get, answer));
          assert.equal(answer.status, 202, say(get, answer));
          assert.match(answer.text, /\/account\/sign-in/, say(get, answer));
        }
        for (const post of [...posts, ...dataPosts]) {
          const answer = await ask(site, post.path, { ...post, cookie });
          keepsSecret(answer, say(post, answer));
          assert.equal(answer.status, 401, say(post, answer));
        }
      }
    }
  });
});

describe("whoever locked their screen", () => {
  test("is sent to unlock it from everything that they could open, and nothing is carried out", async () => {
    const everyRole = await addStaff(site.context, roles);
    const cookie = await signedIn(site.context, everyRole);
    await ask(site, "/account/lock", { form: {}, cookie });
    for (const row of closedRows.filter(({ access }) => access !== "session")) {
      const { gets, dataGets, posts, dataPosts } = questionsTo(row);
      for (const question of [...gets, ...posts, ...dataGets, ...dataPosts]) {
        const answer = await ask(site, question.path, { ...question, cookie });
        keepsSecret(answer, say(question, answer));
        const isData = dataGets.includes(question) || question.path.includes(".data");
        assert.equal(answer.status, isData ? 202 : 303, say(question, answer));
        assert.match(
          isData ? answer.text : (answer.location ?? ""),
          /\/account\/unlock/,
          say(question, answer),
        );
      }
    }
    const owner = ownerOf(site);
    const acted = await owner`select kind from audit_event where actor_id = ${everyRole.id}
      and kind not in ('session.started', 'session.locked')`.finally(() => owner.end());
    assert.deepEqual([...acted], []);
  });
});

describe("whoever has another role", () => {
  test("is refused every closed page and post, and every refusal is recorded", async () => {
    const expected = new Map<string, number>();
    for (const row of closedRows) {
      const { gets, dataGets, posts, dataPosts } = questionsTo(row);
      const questions = [...gets, ...dataGets, ...posts, ...dataPosts];
      for (const { role, cookie, actor } of people) {
        if (mayEnter(row, role === "none" ? [] : [role])) continue;
        await Promise.all(
          questions.map(async (question) => {
            const answer = await ask(site, question.path, { ...question, cookie });
            keepsSecret(answer, `${role}: ${say(question, answer)}`);
            assert.equal(answer.status, 403, `${role}: ${say(question, answer)}`);
          }),
        );
        expected.set(`${row.name} ${actor.id}`, questions.length);
      }
    }
    assert.ok(expected.size > closedRows.length);
    const owner = ownerOf(site);
    const recorded = await owner<{ route: string; actor: string; times: number }[]>`
      select facts->>'route' as route, actor_id as actor, count(*)::int as times from audit_event
      where kind = 'access.denied' and facts->>'why' = 'wrong-role' group by 1, 2`.finally(() => owner.end());
    const found = new Map(recorded.map(({ route, actor, times }) => [`${route} ${actor}`, times]));
    assert.deepEqual(
      [...expected].filter(([key, times]) => found.get(key) !== times),
      [],
      "refusals that are not in the audit, as row and person with the number expected",
    );
    assert.equal(found.size, expected.size, "nobody was refused what is theirs");
  });
});

/** What people and programs put where an id belongs. */
const strangeIds = [
  "0190d3f0-0000-7000-8000-000000000000",
  "ZZZZZZZZ",
  "1",
  "-1",
  "x".repeat(2_000),
  "' or 1=1 --",
  "..%2f..%2fetc",
  "é".repeat(20),
  "\u0000",
  "constructor",
  "__proto__",
];

/** The red button leads away whoever presses it, whatever became of their form. */
const leaving = "report.exit-form";

describe("an id that nobody knows", () => {
  test("leads away whoever leaves, and sets no cookie for what is no form's", async () => {
    for (const id of strangeIds) {
      const answer = await ask(site, `/f/${encodeURIComponent(id)}/exit`, { cookie: "draft=x" });
      assert.equal(answer.status, 303, id);
      assert.equal(answer.location, site.context.settings.exitUrl);
      const known = /^[0-9a-f-]{36}$/.test(id);
      const cookies = [answer.headers["set-cookie"] ?? []].flat();
      // The language that was chosen and the proof of an address go whoever leaves.
      assert.deepEqual(
        cookies.map((cookie) => cookie.split("=")[0]),
        known ? ["language", "sender", "draft"] : ["language", "sender"],
        id,
      );
    }
  });

  test("is answered as a page that does not exist", async () => {
    for (const row of rows.filter(
      (each) => paramsIn(each).length > 0 && each.name !== leaving && each.access !== "key",
    )) {
      const { loader, action } = partsOf(row);
      const entering = people.find(({ role }) => role !== "none" && mayEnter(row, [role]));
      assert.ok(entering, row.name);
      for (const id of strangeIds) {
        const path = addressOf(row, Object.fromEntries(paramsIn(row).map((param) => [param, id])));
        for (const address of loader === undefined ? [] : [path, dataAddressOf(path)]) {
          const answer = await ask(site, address, { cookie: entering.cookie });
          assert.equal(answer.status, 404, `${row.name}: ${say({ path: address }, answer)}`);
        }
        if (action === undefined) continue;
        const answer = await ask(site, path, { form: {}, cookie: entering.cookie });
        assert.ok([400, 404, 422].includes(answer.status), `${row.name}: ${say({ path }, answer)}`);
      }
    }
  });
});

describe("a post that does not come from this site", () => {
  test("is refused whatever it asks for and whoever is signed in", async () => {
    const { port } = new URL(site.url);
    const foreign: Record<string, string>[] = [
      {},
      { origin: "null" },
      { origin: `https://localhost:${port}` },
      { origin: `http://localhost:${Number(port) + 1}` },
      { origin: "http://localhost" },
      { origin: `http://localhost:${port}.evil.example` },
      { origin: "http://evil.example" },
      { origin: `http://evil.example`, "sec-fetch-site": "same-origin" },
      { origin: "http://evil.example", "x-forwarded-host": "evil.example" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
    ];
    const screener = people.find(({ role }) => role === "manager");
    for (const row of rows) {
      const address = ofTheRecord(row);
      for (const headers of foreign) {
        for (const path of [address, dataAddressOf(address)]) {
          const answer = await ask(site, path, {
            method: "POST",
            form: { who: "professional" },
            // What stands in `headers` is all that says where it comes from.
            origin: null,
            headers,
            cookie: screener?.cookie,
          });
          assert.equal(answer.status, 403, `${JSON.stringify(headers)} ${say({ path }, answer)}`);
          assert.equal(answer.headers["set-cookie"], undefined);
        }
      }
    }
  });

  test("any other method is not there", async () => {
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]) {
      for (const row of rows) {
        const answer = await ask(site, ofTheRecord(row), { method, headers: { origin: site.url } });
        assert.equal(answer.status, 405, say({ path: row.path, method }, answer));
      }
    }
  });
});

describe("a page of the demonstration", () => {
  test("is not there in a real service, whoever asks and however", async () => {
    const real = await startSite({ demo: false });
    try {
      const origin = real.context.site.origin;
      const host = new URL(origin).host;
      for (const row of rows.filter(({ access }) => access === "demo")) {
        const address = addressOf(row, Object.fromEntries(paramsIn(row).map((param) => [param, "1"])));
        for (const path of [address, dataAddressOf(address)]) {
          for (const form of [undefined, { id: "1" }]) {
            const answer = await ask(real, path, { headers: { host }, origin, ...(form && { form }) });
            assert.equal(answer.status, form && !partsOf(row).action ? 405 : 404, say({ path }, answer));
          }
        }
      }
      const signIn = { form: { person: people[0]?.actor.id ?? "" }, headers: { host }, origin };
      assert.equal((await ask(real, "/account/sign-in", signIn)).status, 404);
      assert.equal((await ask(real, "/", { headers: { host } })).status, 200);
      assert.equal((await ask(real, "/")).status, 421, "a name that is not its own");
    } finally {
      await real.close();
    }
  });
});
