import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, CDPSession, Page } from "playwright";
import PostalMime from "postal-mime";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { createMailer } from "#emails/transport";
import { sendMessage } from "#services/mail/send-message";
import { appCode, goodPassword } from "../support/accounts.ts";
import { assertAccessible, assertFits, openBrowser, phone, visit, type Visitor } from "../support/browser.ts";
import { aChild, sendContact } from "../support/contacts.ts";
import { agreeAll, recommendAll, routeAll } from "../support/deciding.ts";
import { thenNothingWentWrong } from "../support/journey.ts";
import { mailJob } from "../support/mail-kit.ts";
import { mailServer, type MailServer } from "../support/mail-server.ts";
import { ownerOf } from "../support/queue.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, addTeam, signedIn, type Place } from "../support/staff.ts";

let site: Site;
let owner: postgres.Sql;
let browser: Browser;
let server: MailServer;
let admin: StaffActor;
let health: Place;
const from = { name: "Front Door", address: "front-door@anytown.example" };

before(async () => {
  [site, browser, server] = await Promise.all([
    startSite({ demo: false, reachable: true }),
    openBrowser(),
    mailServer(),
  ]);
  owner = ownerOf(site);
  site.context.mailer = createMailer({ smtpUrl: server.url, from, origin: site.url });
  admin = await addStaff(site.context, ["administrator"]);
  health = await addTeam(site.context, { kind: "health", purpose: "partner" });
  await owner`update organisation set name = 'Anytown Hospital' where id = ${health.organisationId}`;
});
after(async () => {
  await browser.close();
  await server.close();
  await owner.end();
  assert.deepEqual(site.faults, []);
  await site.close();
});

/** What the mail process does, and what lands in this inbox last. */
async function lastMail(to: string): Promise<{ subject: string; text: string }> {
  const owed = await owner<{ id: string }[]>`
    select o.id from outbox o join staff s on s.id = o.recipient_id
    where o.kind = 'send-message' and o.done_at is null and s.email = ${to} order by o.created_at, o.id`;
  for (const { id } of owed) await sendMessage(site.context, mailJob(id));
  const mail = server.received.filter((one) => one.to.includes(to)).at(-1);
  assert.ok(mail, `nothing came to ${to}`);
  const { subject = "", text = "" } = await new PostalMime().parse(mail.raw);
  return { subject, text };
}

async function asAdmin(): Promise<Visitor> {
  const visitor = await visit(browser, { url: site.url, javaScript: false });
  const [name = "", value = ""] = (await signedIn(site.context, admin)).split("=");
  await visitor.context.addCookies([{ name, value, domain: "localhost", path: "/" }]);
  return visitor;
}

async function whenTheyAreInvited(email: string): Promise<void> {
  const { page, context } = await asAdmin();
  await page.goto("/admin");
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByLabel("Their name").fill("Nia Partner");
  await page.getByLabel("What they do").fill("Named nurse");
  await page.getByLabel("Their own work email address").fill(email);
  await page.getByLabel("Where they work").selectOption({ label: "Anytown Hospital" });
  await page.getByLabel("Partner agency").check();
  await page.getByLabel("Why, in one line").fill("She answers for the hospital");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByText(/Invited\. They can set up their account until/).waitFor();
  await context.close();
}

/** From the invitation in the inbox to the page that asks for a second factor. */
async function whenTheyComeWithTheirCode(page: Page, email: string): Promise<void> {
  const invitation = await lastMail(email);
  const [link = ""] = /http:\S+/.exec(invitation.text) ?? [];
  await page.goto(link);
  await look(page);
  await page.getByLabel("Email address that you were invited with").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.getByRole("heading", { name: "Type your code" }).waitFor();
  await look(page);
  const { text } = await lastMail(email);
  const [code = ""] = /\b\d{6}\b/.exec(text) ?? [];
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { name: "Choose a password" }).waitFor();
  await look(page);
  await page.getByLabel("Password", { exact: true }).fill("password");
  await page.getByRole("button", { name: "Continue" }).click();
  await page
    .getByRole("alert")
    .getByText(/everybody tries first/)
    .waitFor();
  assert.equal(await page.getByLabel("Password", { exact: true }).inputValue(), "", "never sent back");
  await look(page);
  await page.getByLabel("Password", { exact: true }).fill(goodPassword);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { name: "Choose a second factor" }).waitFor();
  await look(page);
}

/** Every page on the way fits a narrow screen; where scripts run, it is accessible too. */
let scripts = true;
async function look(page: Page): Promise<void> {
  await assertFits(page);
  if (scripts) await assertAccessible(page);
}

/** Chromium's own authenticator: keeps its keys, and its finger is always there while `verified` is. */
async function authenticator(page: Page, verified = true): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verified,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}

async function calledWith(organisationId: string): Promise<string> {
  const hub = await addTeam(site.context);
  const [screener, manager] = await Promise.all([
    addStaff(site.context, ["screener"], { place: hub }),
    addStaff(site.context, ["manager"], { place: hub }),
  ]);
  const contact = await sendContact(site.context, { children: [aChild()] });
  await recommendAll(site.context, owner, screener, contact, "strategy_discussion", {
    invited: [organisationId],
  });
  await routeAll(site.context, await agreeAll(site.context, owner, manager, contact));
  const [row] = await owner<{ id: string }[]>`
    select id from strategy_discussion where contact_id = ${contact.id}`;
  return row?.id ?? "";
}

describe("a partner in a browser", () => {
  test("is invited, makes a passkey, answers what is asked, and comes back with the passkey alone", async () => {
    scripts = true;
    const email = "nia@hospital.example";
    const discussion = await calledWith(health.organisationId);
    await whenTheyAreInvited(email);
    const visitor = await visit(browser, { url: site.url, javaScript: "tested", viewport: phone });
    const { page } = visitor;
    await authenticator(page);
    await whenTheyComeWithTheirCode(page, email);
    await page.getByRole("button", { name: "Make a passkey" }).click();
    await page.waitForURL("**/partner");
    assert.match((await lastMail(email)).subject, /was set up/);

    await page.goto(`/strategy/${discussion}`);
    await page.getByLabel("Yes, somebody comes").check();
    await page.getByLabel("If somebody comes: who?").fill("The named nurse");
    await page.getByLabel("In person").check();
    await page
      .locator("form", { has: page.getByLabel("Yes, somebody comes") })
      .getByRole("button")
      .click();
    await page.waitForLoadState();
    const [answer] = await owner`
      select answer from strategy_attendance
      where discussion_id = ${discussion} and organisation_id = ${health.organisationId}`;
    assert.equal(answer?.["answer"], "coming");

    await page.getByRole("button", { name: "Lock screen" }).click();
    await page.getByRole("heading", { name: "Screen locked" }).waitFor();
    await look(page);
    await page.getByRole("button", { name: "Unlock with a passkey" }).click();
    await page.waitForURL(`**/strategy/${discussion}*`);

    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/account/sign-in*");
    await look(page);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.waitForURL("**/partner");
    await thenNothingWentWrong(visitor);
  });

  test("whose device is not opened by finger, face or PIN does not get in with its passkey", async () => {
    const visitor = await visit(browser, { url: site.url, javaScript: "tested" });
    const { page } = visitor;
    await authenticator(page, false);
    await page.goto("/account/sign-in");
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByText("The passkey was not used.").waitFor();
    await page.goto("/partner");
    assert.equal(new URL(page.url()).pathname, "/account/sign-in");
    await visitor.context.close();
  });

  test("without JavaScript uses an authenticator app, on a narrow screen", async () => {
    scripts = false;
    const email = "sam@hospital.example";
    await whenTheyAreInvited(email);
    const visitor = await visit(browser, { url: site.url, javaScript: "absent", viewport: phone });
    const { page } = visitor;
    await whenTheyComeWithTheirCode(page, email);
    assert.equal(await page.getByRole("button", { name: "Make a passkey" }).isVisible(), false);
    await page.getByRole("button", { name: "Use an authenticator app" }).click();
    await look(page);
    const secret = (await page.locator(".app-key").innerText()).replaceAll(" ", "");
    await page.getByLabel("The six digits that your authenticator app shows").fill("000000");
    await page.getByRole("button", { name: "Finish" }).click();
    await page.getByRole("alert").waitFor();
    await look(page);
    const code = await appCode(secret, new Date());
    await page.getByLabel("The six digits that your authenticator app shows").fill(code);
    await page.getByRole("button", { name: "Finish" }).click();
    await page.waitForURL("**/partner");

    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByLabel("Email address").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(`${goodPassword}!`);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("alert").getByText("Check your email address and your password").waitFor();
    await look(page);
    await page.getByLabel("Password", { exact: true }).fill(goodPassword);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("heading", { name: "Show a second time that it is you" }).waitFor();
    await look(page);
    // The code of the next half minute: the one before was used, and each works once.
    const next = await appCode(secret, new Date(Date.now() + 30_000));
    await page.getByLabel("The six digits that your authenticator app shows").fill(next);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL("**/partner");
    await thenNothingWentWrong(visitor);
  });

  test("and the administrator's pages are accessible and fit", async () => {
    scripts = true;
    const { context } = await asAdmin();
    const [cookie] = await context.cookies();
    await context.close();
    const { page, context: own } = await visit(browser, { url: site.url, javaScript: true, viewport: phone });
    assert.ok(cookie);
    await own.addCookies([cookie]);
    const [person] = await owner<{ id: string }[]>`select id from staff where email = 'nia@hospital.example'`;
    for (const path of ["/admin/invite", `/admin/people/${person?.id ?? ""}/recovery`]) {
      await page.goto(path);
      await look(page);
    }
    await page.goto("/admin/invite");
    await page.getByRole("button", { name: "Send the invitation" }).click();
    await page.getByRole("alert").waitFor();
    await look(page);
    await own.close();
  });
});
