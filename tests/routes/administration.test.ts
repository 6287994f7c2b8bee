import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { messageKinds } from "#domain/messages";
import { settingGroups } from "#domain/setting-groups";
import { typedFrom } from "#domain/setting-values";
import { formWith, hiddenOf, postForm, readPage, refusesAll, type Reader } from "../support/bad-forms.ts";
import { filledIn, formsOn, type HtmlForm } from "../support/html-forms.ts";
import { ask } from "../support/http-client.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, addTeam, signedIn, type Place } from "../support/staff.ts";

describe("the administrator's pages", () => {
  let site: Site;
  let place: Place;
  let person: string;
  let alan: Reader;
  let bea: Reader;
  before(async () => {
    site = await startSite();
    // The hub is open: public pages show the number of the day.
    site.at(new Date("2026-11-24T10:00:00Z"));
    place = await addTeam(site.context, { kind: "health", purpose: "partner" });
    person = (await addStaff(site.context, ["partner"], { name: "Nia Roe", place })).id;
    const reader = async (name: string): Promise<Reader> => ({
      url: site.url,
      cookie: await signedIn(site.context, await addStaff(site.context, ["administrator"], { name })),
    });
    [alan, bea] = [await reader("Alan Frost"), await reader("Bea Lund")];
  });
  after(async () => {
    assert.deepEqual(site.faults, []);
    await site.close();
  });

  const pages = () => [
    ...settingGroups.map((group) => `/admin/settings/${group}`),
    ...["/admin/organisations/add", "/admin/teams/add"],
    ...[
      `/admin/organisations/${place.organisationId}`,
      `/admin/teams/${place.teamId}`,
      `/admin/people/${person}`,
    ],
  ];

  /** The first form of a page that brings this along; those of the frame bring nothing. */
  const formHiding = (html: string, at: string, field: string): HtmlForm => {
    const found = formsOn(html, at).find(({ hidden }) => hidden.some(([name]) => name === field));
    assert.ok(found, `no form with ${field} on ${at}`);
    return found;
  };

  test("a form with anything in it that does not fit is shown again with all of it, each beside its field", async () => {
    let fields = 0;
    for (const at of pages()) fields += await refusesAll(alan, at, await readPage(alan, at));
    assert.ok(fields > 80, `${fields} fields`);
  });

  test("a telephone number that is changed is on the public pages at once, and back when it is put back", async () => {
    const at = "/admin/settings/hub";
    const change = async (day: string) => {
      const form = formHiding((await readPage(alan, at)).text, at, "version");
      const stands = Object.entries(typedFrom("hub", site.context.settings));
      const body = new URLSearchParams([
        ...hiddenOf(form),
        ...stands.flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
      ]);
      body.set("phones.day", day);
      body.set("reason", `The number is ${day} now`);
      const sent = await postForm(alan, form, body);
      assert.equal(sent.status, 303, /error-summary__list">(.*?)<\/ul>/.exec(sent.text)?.[1]);
    };
    const landing = async () => (await ask(site, "/", {})).text;
    await change("01234 555 001");
    assert.match(await landing(), /01234 555 001/);
    await change("01234 555 002");
    assert.match(await landing(), /01234 555 002/);

    const history = await readPage(bea, `${at}/versions`);
    assert.match(history.text, /Telephone number by day: 01234 555 002 \(before: 01234 555 001\)/);
    assert.match(history.text, /Alan Frost/);
    assert.match(history.text, /The number is 01234 555 002 now/);
    const back = formHiding(history.text, `${at}/versions`, "version");
    // A form that was made before somebody else's change is not taken blindly.
    await change("01234 555 003");
    const filled = filledIn(back, { write: () => "It was right before", date: "", time: "" });
    const stale = await postForm(bea, back, filled);
    assert.equal(stale.status, 409);
    assert.match(stale.text, /It was right before/);
    const again = formsOn(stale.text, `${at}/versions`).find((form) =>
      form.hidden.some(([name, value]) => name === "do" && value === filled.get("do")),
    );
    assert.ok(again);
    const sent = await postForm(
      bea,
      again,
      filledIn(again, { write: () => "It was right", date: "", time: "" }),
    );
    assert.equal(sent.status, 303);
    assert.match(await landing(), /01234 555 001/);
  });

  test("an address waits for the second administrator, and the first is told so on the page", async () => {
    const at = `/admin/teams/${place.teamId}`;
    const propose = formWith(await readPage(alan, at), at, { do: "address" });
    const typed = new URLSearchParams([
      ...hiddenOf(propose),
      ["newEmail", "ward@new.example"],
      ["reason", "They moved"],
    ]);
    assert.equal((await postForm(alan, propose, typed)).status, 303);
    assert.match((await readPage(alan, at)).text, /Another administrator confirms it/);
    const waiting = "/admin/addresses";
    const confirm = async (reader: Reader) => {
      const form = formHiding((await readPage(reader, waiting)).text, waiting, "id");
      return postForm(reader, form, new URLSearchParams([...hiddenOf(form), ["what", "confirm"]]));
    };
    const own = await confirm(alan);
    assert.equal(own.status, 422);
    assert.match(own.text, /Another administrator has to confirm/);
    assert.equal((await confirm(bea)).status, 303);
    assert.match((await readPage(alan, at)).text, /ward@new\.example/);
  });

  test("every email can be read as it is sent, and the check finds nothing in any of them", async () => {
    const { text } = await readPage(alan, "/admin/messages");
    assert.match(text, new RegExp(`finds nothing in any of the ${messageKinds.length}`));
    assert.equal(text.split("Tells nothing").length - 1, messageKinds.length);
    assert.match(text, /Do not reply with details about a child/);
  });

  test("whoever is no administrator, and what is not there", async () => {
    const manager = await signedIn(
      site.context,
      await addStaff(site.context, ["manager", "records_officer"]),
    );
    for (const at of pages()) {
      assert.equal((await ask(site, at, { cookie: manager })).status, 403, at);
      assert.equal((await ask(site, at, { cookie: manager, form: { reason: "Mine" } })).status, 403, at);
    }
    const nothing = "0190d3f0-0000-7000-8000-000000000000";
    for (const at of ["settings/none", `organisations/${nothing}`, `teams/${nothing}`, `people/${nothing}`]) {
      assert.equal((await ask(site, `/admin/${at}`, { cookie: alan.cookie })).status, 404, at);
      const posted = { cookie: alan.cookie, form: { do: "end", reason: "x", version: "1" } };
      assert.equal((await ask(site, `/admin/${at}`, posted)).status, 404, at);
    }
  });
});
