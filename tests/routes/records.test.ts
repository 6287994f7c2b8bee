import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { ask } from "../support/http-client.ts";
import type { SentContact } from "../support/contacts.ts";
import { ownerOf } from "../support/queue.ts";
import { recordsKit, type RecordsKit } from "../support/records-kit.ts";
import { startSite, type Site } from "../support/site.ts";
import { signedIn } from "../support/staff.ts";

describe("pages about keeping and erasing", () => {
  let site: Site;
  let owner: postgres.Sql;
  let kit: RecordsKit;
  let contact: SentContact;
  const cookies: Record<string, string> = {};
  before(async () => {
    site = await startSite();
    owner = ownerOf(site);
    kit = await recordsKit(site, owner);
    for (const who of ["officer", "deputy", "manager"] as const)
      cookies[who] = await signedIn(site.context, kit[who]);
    contact = await kit.ended();
  });
  after(async () => {
    assert.deepEqual(site.faults, []);
    await owner.end();
    await site.close();
  });

  const get = (who: string, path: string) => ask(site, path, { cookie: cookies[who] });
  const post = (who: string, path: string, form: Record<string, string>) =>
    ask(site, path, { cookie: cookies[who], form });
  const page = () => `/records/contacts/${contact.reference}`;
  const proposalId = async () => {
    const [row] = await owner<{ id: string }[]>`select id from proposal order by id desc limit 1`;
    return row?.id ?? "";
  };

  test("refused forms keep what was typed, and say what is missing beside it", async () => {
    const nothing = await post("officer", "/records/asked", { reference: "zz22 zz22" });
    assert.equal(nothing.status, 422);
    assert.match(nothing.text, /There is no contact with this reference/);
    assert.match(nothing.text, /value="zz22 zz22"/);
    const sent = await post("officer", page(), { do: "erase", reason: "A letter of 3 March" });
    assert.equal(sent.status, 422);
    assert.match(sent.text, /Say under what it is erased/);
    assert.match(sent.text, /href="#erase-ground"/);
    assert.match(sent.text, /value="A letter of 3 March"/);
    assert.match((await post("officer", page(), { do: "hold" })).text, /Say when somebody looks at it again/);
    assert.match((await post("officer", page(), { do: "access" })).text, /Say who asked for it/);
    assert.match((await post("officer", "/records/retention", { reason: "x" })).text, /nothing to erase/i);
  });

  test("holding, lifting, answering a request for data and erasing, each by whoever may", async () => {
    const found = await post("officer", "/records/asked", { reference: contact.reference.toLowerCase() });
    assert.deepEqual([found.status, found.location], [303, page()]);
    const hold = { do: "hold", about: "contact", months: "12", reason: "An inquiry" };
    assert.equal((await post("officer", page(), hold)).status, 303);
    assert.match((await get("officer", page())).text, /There is a legal hold on it/);
    assert.match((await get("deputy", "/records/holds")).text, /Kept for: An inquiry/);
    const [row] = await owner<{ id: string }[]>`select id from legal_hold`;
    const lift = { id: row?.id ?? "", reason: "" };
    assert.match((await post("deputy", "/records/holds", lift)).text, /Say why it is no longer needed/);
    assert.equal((await post("deputy", "/records/holds", { ...lift, reason: "Over" })).status, 303);

    const whose = `child:${contact.childIds[0] ?? ""}`;
    const begun = await post("officer", page(), { do: "access", whose, reason: "A letter, a passport" });
    const answer = begun.location ?? "";
    const id = await proposalId();
    assert.equal(answer, `/records/access/${id}`);
    assert.match((await get("officer", answer)).text, /Somebody else has to release it/);
    assert.equal((await get("officer", `${answer}/file`)).status, 404);
    const unread = await post("deputy", "/records/access", { id, do: "confirm" });
    assert.equal(unread.status, 422);
    assert.match(unread.text, /Read it as it is now/);
    assert.match((await get("deputy", answer)).text, /Who contacted us/);
    assert.equal((await post("deputy", "/records/access", { id, do: "confirm" })).status, 303);
    const file = await get("officer", `${answer}/file`);
    assert.equal(file.status, 200);
    assert.match(String(file.headers["content-disposition"]), /attachment/);
    assert.match(file.text, /<h2>What was left out<\/h2>/);
    assert.doesNotMatch(file.text, /Jo Reed|jo\.reed/);

    const erase = { do: "erase", about: "contact", ground: "request", reason: "A letter of 3 March" };
    const asked = await post("officer", page(), erase);
    assert.deepEqual([asked.status, asked.location], [303, "/records/asked"]);
    assert.match((await get("officer", "/records/asked")).text, /Somebody else has to confirm it/);
    const confirm = { id: await proposalId(), do: "confirm" };
    assert.equal((await post("officer", "/records/asked", confirm)).status, 404);
    assert.equal((await post("deputy", "/records/asked", confirm)).status, 303);
    assert.match((await get("deputy", "/records/asked")).text, /Why: erased with what it was about/);
  });

  test("what is erased says when and under what, on every page of it, and breaks no list", async () => {
    const said = /This was erased on \d+ [A-Z][a-z]+ \d{4} under a person&#x27;s request/;
    assert.match((await get("officer", page())).text, said);
    for (const below of [
      "",
      "/referral",
      "/matches",
      "/notes",
      "/timeline",
      "/decided",
      "/rate",
      "/referrer",
    ]) {
      const answer = await get("manager", `/hub/contacts/${contact.reference}${below}`);
      assert.equal(answer.status, 410, below);
      assert.match(answer.text, said, below);
    }
    assert.equal(
      (await post("manager", `/hub/contacts/${contact.reference}/notes`, { text: "x" })).status,
      422,
    );
    const note = { kind: "note", text: "A note on what is gone" };
    assert.equal((await post("manager", `/hub/contacts/${contact.reference}/notes`, note)).status, 410);
    for (const list of [
      "/hub",
      "/hub/triage",
      "/hub/handed-over",
      "/hub/countersign",
      "/hub/duty",
      "/strategy",
      "/records",
    ])
      assert.equal((await get("manager", list)).status, 200, list);
    for (const list of [
      "/records",
      "/records/opened",
      "/admin/audit",
      `/hub/contacts/${contact.reference}/looked`,
    ])
      assert.equal((await get("officer", list)).status, 200, list);
    assert.equal((await get("officer", `/hub/contacts/${contact.reference}/restrict`)).status, 410);
  });
});
