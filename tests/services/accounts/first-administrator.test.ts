import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type postgres from "postgres";
import { askForCode } from "#services/accounts/ask-for-code";
import { enterCode } from "#services/accounts/enter-code";
import { finishEnrolment } from "#services/accounts/finish-enrolment";
import { makeFirstAdministrator } from "#services/accounts/make-first-administrator";
import { offerAuthenticator } from "#services/accounts/offer-factors";
import { setPassword } from "#services/accounts/set-password";
import { Conflict, Invalid } from "#services/errors";
import { appCode, goodPassword, invitePartner, lastCode } from "../../support/accounts.ts";
import { emptyDatabase } from "../../support/database.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

/** A real installation in which nobody has been yet. */
async function installed(): Promise<TestContext & { owner: postgres.Sql }> {
  const kit = await testContext();
  kit.context.site = { ...kit.context.site, demo: false };
  return { ...kit, owner: ownerOf(kit) };
}
const kits: Awaited<ReturnType<typeof installed>>[] = [];
let kit: Awaited<ReturnType<typeof installed>>;
before(async () => {
  kits.push((kit = await installed()));
});
after(async () => {
  for (const one of kits) {
    await one.owner.end();
    await one.close();
  }
});

const jo = { name: "Jo Reed", email: "jo.reed@anytown.example" };
const ask = (email = jo.email) => askForCode(kit.context, { email, network: "203.0.113.20" });
const administrators = async ({ owner }: typeof kit) =>
  (
    await owner<{ email: string }[]>`
      select s.email from staff s join role_grant g on g.staff_id = s.id
      where g.role = 'administrator' and g.revoked_at is null order by s.email`
  ).map(({ email }) => email);

describe("the first administrator", () => {
  test("is nobody of a demonstration, nor somebody who cannot be written to", async () => {
    const demo = { ...kit.context, site: { ...kit.context.site, demo: true } };
    await assert.rejects(makeFirstAdministrator(demo, jo), Conflict);
    for (const wrong of [
      { ...jo, email: "nobody" },
      { ...jo, name: " " },
    ])
      await assert.rejects(makeFirstAdministrator(kit.context, wrong), Invalid);
    assert.equal((await kit.owner`select from staff`).length, 0);
  });

  test("of ten commands at once is one person with one code that works", async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => makeFirstAdministrator(kit.context, jo)));
    const [row] = await kit.owner<{ people: number; open: number }[]>`
      select (select count(*)::int from staff) as people,
        (select count(*)::int from invitation where withdrawn_at is null) as open`;
    assert.deepEqual({ ...row }, { people: 1, open: 1 });
    const asked = await ask();
    const entered = await Promise.allSettled(
      made.map(({ code }) => enterCode(kit.context, { flow: asked, code })),
    );
    assert.equal(entered.filter(({ status }) => status === "fulfilled").length, 1);
  });

  test("comes by the code of the terminal alone: no email is sent, and none in its place when they ask", async () => {
    const { code } = await makeFirstAdministrator(kit.context, jo);
    const asked = await ask();
    assert.equal((await kit.owner`select from outbox`).length, 0);
    assert.equal((await kit.owner`select from email_code`).length, 0);
    for (const wrong of ["", "000000", "2222-2222-2222-2222-2222"])
      await assert.rejects(enterCode(kit.context, { flow: asked, code: wrong }), Invalid);
    const kept = await kit.owner<{ row: string }[]>`
      select to_jsonb(i)::text as row from invitation i union all select to_jsonb(a)::text from audit_event a`;
    for (const { row } of kept) assert.ok(!row.includes(code) && !row.includes(code.replaceAll("-", "")));
  });

  test("is not somebody with a mistyped address any more, once the right one was given", async () => {
    const wrong = { ...jo, email: "jo.read@anytown.example" };
    const { code } = await makeFirstAdministrator(kit.context, wrong);
    const asked = await ask(wrong.email);
    const flow = await enterCode(kit.context, { flow: asked, code });
    await makeFirstAdministrator(kit.context, jo);
    assert.deepEqual(await administrators(kit), [jo.email]);
    await assert.rejects(
      setPassword(kit.context, { flow, password: goodPassword }),
      /no account is being set up/,
    );
  });

  test("sets up their account with the code as they read it, and there is never a second one", async () => {
    const { code: lost } = await makeFirstAdministrator(kit.context, jo);
    const begun = await enterCode(kit.context, { flow: await ask(), code: lost });
    const { code } = await makeFirstAdministrator(kit.context, jo);
    assert.match(code, /^(?:[2-9A-HJKMNP-TV-Z]{4}-){5}[2-9A-HJKMNP-TV-Z]{4}$/);
    const asked = await ask();
    await assert.rejects(enterCode(kit.context, { flow: asked, code: lost }), Invalid, "the one before");
    await assert.rejects(
      setPassword(kit.context, { flow: begun, password: goodPassword }),
      /no account is being set up/,
      "what was begun with the one before",
    );
    const typed = ` ${code.toLowerCase().replaceAll("-", " ")}`;
    const flow = await enterCode(kit.context, { flow: asked, code: typed });
    await setPassword(kit.context, { flow, password: goodPassword });

    // They have asked for more codes by now than anybody may in an hour.
    await kit.owner`delete from attempt_count`;
    // They went away in the middle: the same code lets them in again, and so would a new one.
    const again = await enterCode(kit.context, { flow: await ask(), code });
    const { secret } = await offerAuthenticator(kit.context, again);
    const proof = { factor: "app", code: await appCode(secret, kit.context.now()) } as const;
    const { roles } = await finishEnrolment(kit.context, { flow: again, proof, device: null });
    assert.deepEqual(roles, ["administrator"]);

    for (const next of [jo, { ...jo, email: "eve@evil.example" }])
      await assert.rejects(makeFirstAdministrator(kit.context, next), Conflict);
    await assert.rejects(enterCode(kit.context, { flow: await ask(), code }), Invalid, "done");
    assert.deepEqual(await administrators(kit), [jo.email]);
    assert.equal((await kit.owner`select from organisation`).length, 1);
  });

  test("is nobody who is here as something else, or was", async () => {
    const other = await installed();
    kits.push(other);
    const { context, owner } = other;
    const place = await addTeam(context);
    const inviter = await addStaff(context, ["administrator"], { place });
    await invitePartner(context, inviter, "nia@health.example");
    const left = await addStaff(context, ["screener"], { place });
    const atProvider = await addStaff(context, ["manager"], { place });
    await owner`update staff set active = false where id = ${left.id}`;
    await owner`
      insert into federated_identity (issuer, subject, staff_id, linked_at)
      values ('https://id.example', 'one', ${atProvider.id}, now())`;
    for (const email of [
      "NIA@health.example",
      `${left.id}@example.gov.uk`,
      `${atProvider.id}@example.gov.uk`,
    ])
      await assert.rejects(makeFirstAdministrator(context, { ...jo, email }), Conflict, email);
    assert.equal(await lastCode(context, owner, left.id), "");
    assert.deepEqual(await administrators(other), [`${inviter.id}@example.gov.uk`]);
  });
});

describe("npm run admin:first", () => {
  const key = (of: string) => Buffer.alloc(32, `${of} key of a test`).toString("base64");
  async function command(values: string[], database = kit.database) {
    const env = {
      PATH: process.env["PATH"],
      DATABASE_URL: database.app,
      SEAL_KEYS: `1:${key("seal")}`,
      LOOKUP_KEY: key("lookup"),
      AUDIT_KEY: key("audit"),
      ORIGIN: "https://front-door.example.gov.uk",
      DATA_DIR: "/nonexistent",
    } as unknown as NodeJS.ProcessEnv;
    const entry = fileURLToPath(new URL("../../../scripts/admin-first.ts", import.meta.url));
    const child = spawn(process.execPath, ["--conditions=source", "--import", "tsx", entry, ...values], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { out: "", error: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said.error += text));
    const [code] = (await once(child, "close", { signal: AbortSignal.timeout(60_000) })) as [number];
    return { code, ...said };
  }

  test("says what to give, who it is when nobody has come, and no more when somebody has", async () => {
    kits.push((kit = await installed()));
    const unready = await emptyDatabase();
    const [usage, early, made] = await Promise.all([
      command(["--name", "Jo Reed"]),
      command(["--name", jo.name, "--email", jo.email], unready),
      command(["--name", jo.name, "--email", jo.email]),
    ]);
    await unready.drop();
    assert.equal(early.code, 1);
    assert.match(early.error, /npm run migrate/);
    assert.doesNotMatch(early.error, /select|jo\.reed/i);
    assert.equal(usage.code, 1);
    assert.match(usage.error, /^Say who it is: npm run admin:first -- --name/);
    assert.equal(made.code, 0, made.error);
    assert.match(made.out, /https:\/\/front-door\.example\.gov\.uk\/account\/join and type jo\.reed@/);
    const [code = ""] = /(?:\w{4}-){5}\w{4}/.exec(made.out) ?? [];
    await enterCode(kit.context, { flow: await ask(), code });
    await kit.owner`update invitation set done_at = now()`;
    const second = await command(["--name", "Eve", "--email", "eve@evil.example"]);
    assert.deepEqual([second.code, second.out], [1, ""]);
    assert.match(second.error, /^There is an administrator already$/m);
  });
});
