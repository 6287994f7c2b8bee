import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { sendContact, type SentContact } from "../support/contacts.ts";
import { ownerOf } from "../support/queue.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, addTeam, signedIn, type Place } from "../support/staff.ts";

describe("pages about restricted people", () => {
  let site: Site;
  let owner: postgres.Sql;
  let hub: Place;
  let contact: SentContact;
  const cookies: Record<string, string> = {};
  before(async () => {
    site = await startSite();
    owner = ownerOf(site);
    hub = await addTeam(site.context);
    for (const role of ["manager", "screener", "records_officer"] as const)
      cookies[role] = await signedIn(site.context, await addStaff(site.context, [role], { place: hub }));
    cookies["colleague"] = await signedIn(
      site.context,
      await addStaff(site.context, ["manager"], { place: hub }),
    );
    contact = await sendContact(site.context);
  });
  after(async () => {
    assert.deepEqual(site.faults, []);
    await owner.end();
    await site.close();
  });

  const get = async (who: string, path: string) => {
    const response = await fetch(`${site.url}${path}`, {
      headers: { cookie: cookies[who] ?? "" },
      redirect: "manual",
    });
    return { status: response.status, text: await response.text() };
  };
  const post = async (who: string, path: string, fields: Record<string, string>) => {
    const response = await fetch(`${site.url}${path}`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: cookies[who] ?? "", origin: site.url },
      body: new URLSearchParams(fields),
    });
    return {
      status: response.status,
      to: response.headers.get("location") ?? "",
      text: await response.text(),
    };
  };
  const page = (path = "") => `/hub/contacts/${contact.reference}${path}`;

  test("a refused form keeps what was typed, and says what is missing beside it", async () => {
    const sent = await post("manager", page("/restrict"), {
      do: "restrict",
      reason: "Her mother works here",
    });
    assert.equal(sent.status, 422);
    assert.match(sent.text, /Choose which child/);
    assert.match(sent.text, /Choose why/);
    assert.match(sent.text, /value="Her mother works here"/);
    assert.equal((await post("screener", page("/restrict"), { reason: "x" })).status, 403);
  });

  test("restricting, opening in an emergency, reviewing and lifting, each by whoever may", async () => {
    const form = {
      ...{ childId: contact.childIds[0] ?? "", kind: "staff_family", staffEmail: "", do: "restrict" },
      reason: "Her mother works here",
    };
    assert.equal((await post("records_officer", page("/restrict"), form)).status, 303);
    assert.equal((await get("screener", page())).status, 404);
    const seen = await get("manager", page());
    assert.match(seen.text, /Few know of this contact/);

    const nothing = await post("screener", "/hub/emergency", {
      reference: "HK4M7Q2X",
      reason: "x".repeat(30),
    });
    assert.equal(nothing.status, 422);
    assert.match(nothing.text, /There is no contact with this reference/);
    const opened = await post("screener", "/hub/emergency", {
      reference: contact.reference.toLowerCase(),
      reason: "The child is at the police station now",
    });
    assert.deepEqual([opened.status, opened.to], [303, page()]);
    assert.match((await get("screener", page())).text, /You opened this in an emergency/);
    assert.equal((await get("screener", page("/restrict"))).status, 403);

    const list = await get("records_officer", "/records/opened");
    assert.match(list.text, /The child is at the police station now/);
    const [glass] = await owner<{ id: string }[]>`select id from broken_glass`;
    const review = { id: glass?.id ?? "", finding: "needed", note: "" };
    assert.match(
      (await post("records_officer", "/records/opened", review)).text,
      /Say in one line what you found/,
    );
    const done = await post("records_officer", "/records/opened", { ...review, note: "I rang the station" });
    assert.equal(done.status, 303);

    const [restriction] = await owner<{ id: string }[]>`select id from restriction`;
    const id = restriction?.id ?? "";
    const asked = await post("manager", "/records", { id, what: "ask", reason: "She left the council" });
    assert.equal(asked.status, 303);
    assert.match((await get("manager", "/records")).text, /Somebody else has to lift it/);
    assert.equal((await post("manager", "/records", { id, what: "lift" })).status, 404);
    assert.match((await get("colleague", "/records")).text, /She left the council/);
    assert.equal((await post("colleague", "/records", { id, what: "lift" })).status, 303);
    assert.match((await get("colleague", "/records")).text, /Nobody is restricted/);
    assert.match((await get("screener", page())).text, /Summary/);
  });

  test("the looks to ask about say what is wrong with the days beside them, and keep what was typed", async () => {
    const usual = await get("records_officer", "/records/looking");
    assert.equal(usual.status, 200);
    assert.match(usual.text, /pages of contacts were opened\. Looks to ask about: \d+\./);
    const wrong = await get("records_officer", "/records/looking?from=30+February&until=2026-11-27&page=9");
    assert.equal(wrong.status, 200);
    assert.match(wrong.text, /href="#from"[^<]*>Type a year, a month and a day/);
    assert.match(wrong.text, /id="from-error"/);
    assert.match(wrong.text, /value="30 February"/);
  });
});
