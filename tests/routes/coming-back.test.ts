import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { pageOf, journeys } from "#domain/journeys";
import { senderWords } from "#domain/wording/sender";
import { professionalAnswers } from "../support/answers.ts";
import { aSubmission, sendContact, type SentContact } from "../support/contacts.ts";
import { bodyOf, fillForm, placeOf, startForm, type FormClient } from "../support/form-client.ts";
import { ask, type Answer } from "../support/http-client.ts";
import { ownerOf } from "../support/queue.ts";
import { readPdf } from "../support/pdf.ts";
import { newestCode as codeFor } from "../support/senders.ts";
import { startSite, type Site } from "../support/site.ts";
import { addTeam } from "../support/staff.ts";

let site: Site;
let owner: postgres.Sql;
before(async () => {
  site = await startSite();
  owner = ownerOf(site);
});
after(async () => {
  await owner.end();
  await site.close();
});

const words = senderWords.en;
const cookieOf = ({ headers }: Answer) => headers["set-cookie"]?.[0]?.split(";", 1)[0] ?? "";
const yourPage = (email: string) => {
  const body = bodyOf(professionalAnswers["you"] as Record<string, string>);
  body.set("email", email);
  return body;
};

const newestCode = () => codeFor(site.context, owner);

/** Somebody who fills in the first pages and gives this address. */
async function begun(email: string): Promise<{ form: FormClient; asked: Answer }> {
  const form = await startForm(site);
  await fillForm(form, professionalAnswers, "you");
  return { form, asked: await form.post(placeOf("you"), yourPage(email)) };
}

/** The cookie of a browser in which this address was proven at /track. */
async function proven(email: string): Promise<string> {
  const asked = await ask(site, "/track", { form: { email } });
  assert.equal(asked.location, "/track/code");
  const typed = await ask(site, "/track/code", {
    cookie: cookieOf(asked),
    form: { code: await newestCode() },
  });
  assert.equal(typed.location, "/track", typed.text);
  return cookieOf(typed);
}

describe("coming back to a form", () => {
  test("after their own page comes one that asks for the code, and it holds nobody up", async () => {
    const { form, asked } = await begun("m.first@school.example");
    assert.deepEqual([asked.status, asked.location], [303, `/f/${form.draft}/email`]);
    const cookie = `${form.cookie}; ${cookieOf(asked)}`;
    const post = (code: string) => ask(site, `/f/${form.draft}/email`, { cookie, form: { code } });
    const page = await ask(site, `/f/${form.draft}/email`, { cookie });
    assert.match(page.text, /m\.first@school\.example/);
    const next = `/f/${form.draft}/${placeOf("children")}`;
    assert.ok(page.text.includes(`href="${next}"`), "a way around it");
    const code = await newestCode();
    const wrong = await post(code === "000000" ? "000001" : "000000");
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /id="code-error"/);
    assert.deepEqual([(await post(code)).location], [next]);
    const unchanged = await form.post(placeOf("you"), yourPage("m.first@school.example"));
    assert.equal(unchanged.location, next, "asked once for one address");
  });

  test("from another device, by a code and nothing else", async () => {
    const { form, asked } = await begun("m.second@school.example");
    const here = `${form.cookie}; ${cookieOf(asked)}`;
    await ask(site, `/f/${form.draft}/email`, { cookie: here, form: { code: await newestCode() } });
    assert.match(
      (await ask(site, `/f/${form.draft}/later`, { cookie: here })).text,
      /m\.second@school\.example/,
    );

    const cookie = await proven("m.second@school.example");
    const list = await ask(site, "/track", { cookie });
    assert.ok(list.text.includes(`href="/f/${form.draft}"`), "its form is on the list");
    assert.doesNotMatch(list.text, /Ashdown|Hilltop/, "the list says nothing that was typed");
    const goOn = await ask(site, `/f/${form.draft}`, { cookie });
    assert.ok(goOn.location?.startsWith(`/f/${form.draft}/${placeOf("children")}`), goOn.location ?? "");
    const stranger = await proven("m.stranger@school.example");
    assert.equal((await ask(site, `/f/${form.draft}`, { cookie: stranger })).status, 404);
    assert.ok(!(await ask(site, "/track", { cookie: stranger })).text.includes(form.draft));

    const left = await ask(site, "/track/leave", { cookie, form: {} });
    assert.match(left.headers["set-cookie"]?.[0] ?? "", /Max-Age=0/);
    assert.equal(
      (await ask(site, `/f/${form.draft}`, { cookie })).status,
      404,
      "also for who kept the cookie",
    );
  });

  test("a new form of a known sender does not ask who they are, and shows it before it is sent", async () => {
    const { form, asked } = await begun("m.third@school.example");
    const typed = await ask(site, `/f/${form.draft}/email`, {
      cookie: `${form.cookie}; ${cookieOf(asked)}`,
      form: { code: await newestCode() },
    });
    const cookie = cookieOf(typed);
    const start = await ask(site, "/report/professional", { cookie });
    assert.match(start.text, /m\.third@school\.example/);
    const next = await ask(site, "/report/professional", { cookie, form: {} });
    const own = next.headers["set-cookie"]?.[0]?.split(";", 1)[0] ?? "";
    const draft = next.location?.split("/")[2] ?? "";
    const post = (id: "danger" | "soon") =>
      ask(site, `/f/${draft}/${placeOf(id)}`, {
        cookie: own,
        form: bodyOf(professionalAnswers[id] as never),
      });
    await post("danger");
    const afterSoon = await post("soon");
    const children = pageOf(journeys.professional, "children");
    assert.ok(afterSoon.location?.startsWith(`/f/${draft}/${children}`), afterSoon.location ?? "");
    const page = await ask(site, `/f/${draft}/${placeOf("you")}`, { cookie: own });
    assert.match(page.text, /value="Class teacher"/);
    assert.doesNotMatch(page.text, /datalist/, "nobody is known yet");
    await addTeam(site.context, { kind: "education", purpose: "partner" });
    const offers = await ask(site, `/f/${draft}/${placeOf("you")}`, { cookie: own });
    assert.match(offers.text, /<input[^>]*id="organisation"[^>]*list="organisation-known"/);
    assert.match(offers.text, /<datalist id="organisation-known"><option value="Organisation /);
  });

  test("a colleague takes it over, and who began it has it no longer", async () => {
    const { form, asked } = await begun("m.fourth@school.example");
    const mine = `${form.cookie}; ${cookieOf(asked)}`;
    await ask(site, `/f/${form.draft}/email`, { cookie: mine, form: { code: await newestCode() } });
    const later = (fields: Record<string, string>) =>
      ask(site, `/f/${form.draft}/later`, { cookie: form.cookie, form: fields });
    const own = await later({ email: "m.fourth@school.example" });
    assert.equal(own.status, 422);
    assert.match(own.text, new RegExp(words.later.own.slice(0, 24)));
    assert.equal((await later({ email: "not an address" })).status, 422);
    assert.equal((await later({ email: "m.fifth@school.example" })).status, 303);
    const cookie = await proven("m.fifth@school.example");
    assert.match((await ask(site, "/track", { cookie })).text, /A colleague asks you/);
    const taken = await ask(site, "/track", { cookie, form: { take: form.draft } });
    assert.equal(taken.location, `/f/${form.draft}`);
    assert.equal((await ask(site, `/f/${form.draft}`, { cookie: form.cookie })).status, 404);
    const goOn = await ask(site, `/f/${form.draft}`, { cookie });
    assert.equal(goOn.location, `/f/${form.draft}/${placeOf("you")}`, "they say who they are");
    assert.equal((await ask(site, "/track", { cookie, form: { take: form.draft } })).status, 404);
  });
});

describe("their own copy of what they sent", () => {
  /** A browser on whose list this is, by the reference alone. */
  const listed = async (email: string, { reference }: SentContact) => {
    const cookie = await proven(email);
    assert.equal((await ask(site, "/track", { cookie, form: { reference } })).status, 303);
    return cookie;
  };
  const copyFor = (cookie: string, { reference }: SentContact) =>
    fetch(`${site.url}/track/${reference}/copy`, { headers: { cookie } });
  const { referrer, snapshot } = aSubmission();

  test("holds what they wrote and nothing else, is theirs alone, and is no page", async () => {
    const email = "m.copy@school.example";
    const home = { ...snapshot.contact[0], questionId: "where", title: "Where does the child live?" };
    const contact = await sendContact(site.context, {
      referrer: { ...referrer, email },
      safeContact: { risks: ["address_secret"], detail: null, interpreter: null, communication: null },
      snapshot: {
        ...snapshot,
        contact: [
          ...snapshot.contact,
          { ...home, entries: [{ label: "Address", value: "7 Mill Road" }] },
        ] as never,
      },
    });
    const cookie = await listed(email, contact);
    const page = await ask(site, `/track/${contact.reference}`, { cookie });
    assert.ok(page.text.includes(`href="/track/${contact.reference}/copy"`));
    const { key, danger, text } = { key: site.context.newId(), danger: "no", text: "And another bruise" };
    const form = { do: "more", "key-more": key, "danger-more": danger, "text-more": text };
    await ask(site, `/track/${contact.reference}`, { cookie, form });
    const answer = await copyFor(cookie, contact);
    assert.deepEqual(
      ["content-type", "content-disposition", "cache-control"].map((name) => answer.headers.get(name)),
      ["application/pdf", `attachment; filename="form-${contact.reference}.pdf"`, "no-store"],
    );
    const drawn = readPdf(new Uint8Array(await answer.arrayBuffer())).text;
    for (const said of ["A bruise on her arm", "Jo Reed", "And another bruise", "Kept secret"])
      assert.ok(drawn.includes(said), said);
    assert.ok(!drawn.includes("7 Mill Road"), "a home that has to stay secret");
    const audited =
      await owner`select from audit_event where kind = 'contact.copied' and contact_id = ${contact.id}`;
    assert.equal(audited.length, 1);
    for (const other of ["", await proven("m.other@school.example")])
      assert.equal((await copyFor(other, contact)).status, 404);
  });

  test("is not to be had of what somebody else wrote down for them", async () => {
    const email = "m.call@school.example";
    const call = await sendContact(site.context, { referrer: { ...referrer, email } }, { channel: "phone" });
    const cookie = await listed(email, call);
    const page = await ask(site, `/track/${call.reference}`, { cookie });
    assert.equal(page.status, 200);
    assert.ok(!page.text.includes("/copy"));
    assert.equal((await copyFor(cookie, call)).status, 404);
  });
});
