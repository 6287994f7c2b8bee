import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { Answers } from "#domain/questions/answers";
import { professionalAnswers } from "../support/answers.ts";
import { aSubmission, sendContact } from "../support/contacts.ts";
import { fillForm, sendingKey, startForm } from "../support/form-client.ts";
import { ask } from "../support/http-client.ts";
import { ownerOf } from "../support/queue.ts";
import { provenSender } from "../support/senders.ts";
import { senderCookie } from "#app/http/session";
import { startSite, type Site } from "../support/site.ts";

let site: Site;
let owner: postgres.Sql;
before(async () => {
  site = await startSite();
  site.at(new Date("2026-11-24T10:00:00Z"));
  owner = ownerOf(site);
});
after(async () => {
  await owner.end();
  await site.close();
});

/** The page that shows the reference, after these answers. */
async function receipt(answers: Answers): Promise<string> {
  const form = await startForm(site);
  await fillForm(form, answers);
  await form.post("check", { key: await sendingKey(form) });
  const { status, text } = await form.get("sent");
  assert.equal(status, 200);
  return text;
}
const main = (text: string) => text.slice(text.indexOf('<main class="govuk-main-wrapper"'));

describe("what happens before it is decided", () => {
  test("stands first on the page with the reference, and names no child", async () => {
    const text = main(await receipt(professionalAnswers));
    const told = text.indexOf("You told us that something happens at 3:15pm on Tuesday 24 November.");
    assert.ok(told > 0 && told < text.indexOf("<h1"), "before all else");
    assert.match(text.slice(told, text.indexOf("<h1")), /Sending this does not stop it\. .*href="tel:/s);
    assert.doesNotMatch(text, /Ashdown/);
  });

  test("is not spoken of when nothing was told of it", async () => {
    const text = await receipt({ ...professionalAnswers, soon: { soon: "no" } });
    assert.doesNotMatch(text, /does not stop it/);
  });

  test("stands on the sender’s own page until it is decided", async () => {
    const email = "m.danger@school.example";
    const { referrer } = aSubmission();
    const contact = await sendContact(site.context, { danger: "not_sure", referrer: { ...referrer, email } });
    const secret = await provenSender(site.context, owner, email);
    const cookie = senderCookie(site.context, secret).split(";", 1)[0] ?? "";
    await ask(site, "/track", { cookie, form: { reference: contact.reference } });
    const page = () => ask(site, `/track/${contact.reference}`, { cookie });
    assert.match((await page()).text, /You told us that a child is or may be in danger\./);
    await owner`update contact_child set state = 'decided' where contact_id = ${contact.id}`;
    const decided = await page();
    assert.equal(decided.status, 200);
    assert.doesNotMatch(decided.text, /does not stop it/);
  });
});
