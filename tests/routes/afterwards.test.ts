import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { callFindingWords } from "#domain/expected-call";
import { addWords } from "#domain/wording/add";
import { callBackWords } from "#domain/wording/call-back";
import { saveAnswer } from "#services/drafts/save-answer";
import { startDraft } from "#services/drafts/start-draft";
import { givePassphrase } from "#services/passphrases/give-passphrase";
import { sendContact } from "../support/contacts.ts";
import { ask } from "../support/http-client.ts";
import { ownerOf } from "../support/queue.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, signedIn } from "../support/staff.ts";

/** What comes after a form: a call that was expected, something to add, and what nobody has to answer. */
let site: Site;
let owner: postgres.Sql;
const staff: Partial<Record<"manager" | "administrator", StaffActor>> = {};
/** Signed in at this moment of the test’s clock: whoever waits is locked out. */
const cookieOf = (role: "manager" | "administrator") => {
  const actor = staff[role];
  assert.ok(actor);
  return signedIn(site.context, actor);
};
before(async () => {
  site = await startSite();
  site.at(new Date("2026-11-24T10:00:00Z"));
  owner = ownerOf(site);
  for (const role of ["manager", "administrator"] as const)
    staff[role] = await addStaff(site.context, [role]);
});
after(async () => {
  await owner.end();
  await site.close();
});

describe("a call that is expected", () => {
  test("stands on the duty screen with its age, and is settled with what became of it", async () => {
    const form = await startDraft(site.context, { journey: "young_person", language: "en" });
    const answer = { danger: "yes", called999: "cannot_call" };
    await saveAnswer(site.context, { ...form, questionId: "danger", answer });
    site.at(new Date("2026-11-24T10:20:00Z"));
    const [manager, administrator] = [await cookieOf("manager"), await cookieOf("administrator")];
    const duty = await ask(site, "/hub/duty", { cookie: manager });
    assert.match(duty.text, /Late.*A young person: a child is in danger\. They say that they cannot call\./s);
    const counted = await ask(site, "/hub/duty", { cookie: administrator });
    assert.match(counted.text, /Calls that we expect: 1/);
    assert.ok(!counted.text.includes("A young person"), "whoever runs the machine is told how many");

    const [row] = await owner<{ id: string }[]>`select id from expected_call`;
    const at = `/hub/duty/calls/${row?.id ?? ""}`;
    const post = (said: Record<string, string>) => ask(site, at, { cookie: manager, form: said });
    const none = await post({});
    assert.equal(none.status, 422);
    assert.match(none.text, /Choose what became of it/);
    const wrong = await post({ finding: "joined", reference: "ABCD" });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Type the reference of a contact/);
    assert.match(wrong.text, /value="ABCD"/, "what was typed stands there again");
    assert.equal((await post({ finding: "no_call" })).status, 303);
    const settled = await ask(site, at, { cookie: manager });
    assert.ok(settled.text.includes(callFindingWords.no_call));
    assert.ok(!settled.text.includes(`name="finding"`), "nobody settles it twice");
    assert.ok(!(await ask(site, "/hub/duty", { cookie: manager })).text.includes("Calls that we expect"));
  });
});

describe("asking to be called", () => {
  test("says what is missing, keeps what was typed, and is a call that the hub owes", async () => {
    const page = await ask(site, "/help/call-back");
    const key = /name="key" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const slot = /name="slot"[^>]*value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const said = {
      ...{ danger: "no", name: "Ruth <Quillfeather>", organisation: "Mill Lane Primary" },
      ...{ phone: "01234 555 010", about: "sharing", slot, key },
    };
    const post = (form: Record<string, string>) => ask(site, "/help/call-back", { form });
    for (const field of ["danger", "name", "organisation", "phone", "about", "slot"] as const) {
      const refused = await post({ ...said, [field]: "" });
      assert.equal(refused.status, 422, field);
      assert.ok(refused.text.includes(callBackWords.en.errors[field]), field);
      if (field !== "name") assert.ok(refused.text.includes("Ruth &lt;Quillfeather&gt;"), field);
    }
    assert.equal((await post({ ...said, slot: "2026-11-24.night" })).status, 422);
    const done = await Promise.all([post(said), post(said)]);
    assert.deepEqual(
      done.map(({ status, location }) => [status, location]),
      [1, 2].map(() => [303, `/help/call-back/${key}`]),
    );
    const told = await ask(site, `/help/call-back/${key}`);
    assert.match(told.text, /We call you today, before midday\./);
    assert.doesNotMatch(told.text, /Quillfeather/);
    assert.equal((await ask(site, "/help/call-back/not-an-id")).status, 404);

    const cookie = await cookieOf("manager");
    const at = `/hub/calls/back/${key}`;
    const list = await ask(site, "/hub/calls", { cookie });
    assert.ok(list.text.includes(at));
    assert.doesNotMatch(list.text, /Quillfeather/);
    assert.doesNotMatch((await ask(site, at, { cookie })).text, /Quillfeather/, "nobody has taken it");
    assert.equal((await ask(site, at, { cookie, form: { do: "take" } })).location, at);
    assert.match((await ask(site, at, { cookie })).text, /Ruth &lt;Quillfeather&gt;/);
    const settle = (finding: string) => ask(site, at, { cookie, form: { do: "settle", finding } });
    assert.equal((await settle("")).status, 422);
    const goesOn = await settle("written_down");
    assert.match((await ask(site, goesOn.location ?? "", { cookie })).text, /Ruth &lt;Quillfeather&gt;/);
    assert.match((await ask(site, at, { cookie })).text, /Who asked is not kept/);
  });
});

describe("adding with four words", () => {
  test("says what is missing beside it, keeps what was typed, and adds once however often it is sent", async () => {
    const { id, reference } = await sendContact(site.context, { audience: "public" });
    const words = await givePassphrase(site.context, { secret: "of a browser", reference });
    const page = await ask(site, "/help/add");
    const key = /name="key" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const said = { reference, words, danger: "not_sure", text: "He is <back>", key };
    const post = (form: Record<string, string>) => ask(site, "/help/add", { form });
    const { errors } = addWords.en;
    for (const [field, message] of Object.entries({
      ...{ reference: errors.reference, words: errors.words, danger: errors.danger, text: errors.text },
    })) {
      const refused = await post({ ...said, [field]: "" });
      assert.equal(refused.status, 422, field);
      assert.ok(refused.text.includes(message), field);
      if (field !== "text") assert.ok(refused.text.includes("He is &lt;back&gt;"), field);
    }
    const done = await Promise.all([post(said), post(said), post(said)]);
    assert.deepEqual(
      done.map(({ status }) => status),
      [303, 303, 303],
    );
    const rows = await owner`select danger from addition where contact_id = ${id}`;
    assert.deepEqual([...rows], [{ danger: "not_sure" }]);
    const read = await ask(site, `/hub/contacts/${reference}`, { cookie: await cookieOf("manager") });
    assert.match(read.text, /Added by the sender.*A child may be in danger now.*He is &lt;back&gt;/s);
  });
});

test("what nobody has to answer is counted, whatever else is sent along", async () => {
  const answered = await ask(site, "/help/equality", {
    form: { age: "25_44", sex: "nonsense", reference: "X" },
  });
  assert.deepEqual([answered.status, answered.location], [303, "/help/thanks"]);
  const rows = await owner`select question, answer, count from equality_count`;
  assert.deepEqual([...rows], [{ question: "age", answer: "25_44", count: 1 }]);
});
