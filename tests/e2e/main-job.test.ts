import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright";
import { createMailer } from "#emails/transport";
import { itemsOf, type Answers } from "#domain/questions/answers";
import { seedPeople } from "#services/demo/seed-demo";
import { waitFor } from "../../scripts/processes.mjs";
import { complete } from "../domain/complete-drafts.ts";
import { professionalAnswers } from "../support/answers.ts";
import { openBrowser, visit } from "../support/browser.ts";
import { fillForm, sendingKey, startForm } from "../support/form-client.ts";
import {
  givenAProfessionalAtTheForm,
  thenNothingWentWrong,
  whenTheyFillItIn,
  whenTheySendIt,
} from "../support/journey.ts";
import { mailServer, type MailServer } from "../support/mail-server.ts";
import { startSite, type Site } from "../support/site.ts";
import {
  dateTyped,
  givenTheyAreSignedIn,
  pressed,
  whenItShows,
  whenTheyWriteTheRecord,
} from "../support/staff-journey.ts";
import { queueServer, workerHere } from "../support/worker.ts";

/** The main job, from a teacher's words to somebody who owns what was decided, through the pages that people use. */

type Decided = "family_caf" | "assessment" | "strategy_discussion";
const words: Record<Decided, RegExp> = {
  family_caf: /Family CAF/,
  assessment: /Social-work assessment/,
  strategy_discussion: /Strategy discussion/,
};

let site: Site;
let browser: Browser;
let mail: MailServer;
let closeWorker: () => Promise<void>;
before(async () => {
  [site, browser, mail] = await Promise.all([startSite(), openBrowser(), mailServer()]);
  site.at(new Date("2026-11-24T10:00:00Z"));
  await seedPeople(site.context);
  site.context.mailer = createMailer({
    smtpUrl: mail.url,
    from: { name: "Front Door", address: "front-door@anytown.example" },
    origin: site.context.site.origin,
  });
  const worker = await workerHere(site.context, (await queueServer("postgres")).parts(site));
  closeWorker = async () => {
    await worker.close();
    assert.deepEqual(worker.fatal, []);
  };
});
after(async () => {
  await closeWorker();
  await Promise.all([browser.close(), mail.close()]);
  assert.deepEqual(site.faults, []);
  await site.close();
});

/** A child of a name of their own, so that one walk never matches another's. */
const about = (firstName: string, lastName: string, line1: string): Answers => ({
  ...professionalAnswers,
  you: { ...professionalAnswers["you"], email: `${lastName.toLowerCase()}@hilltop.example` },
  children: [
    {
      item: 1,
      answer: {
        ...itemsOf(professionalAnswers, "children")[0]?.answer,
        firstName,
        lastName,
      },
    },
  ],
  where: { ...professionalAnswers["where"], line1 },
});

const contactPath = (reference: string, page = "") => `/hub/contacts/${reference}${page && `/${page}`}`;

/** What the post brought to this address: its subjects, and that nothing in it is about a child. */
async function thenTheyAreEmailed(address: string, subject: RegExp, secrets: readonly string[]) {
  const theirs = () => mail.received.filter(({ to }) => to.includes(address));
  const arrived = () => theirs().some(({ raw }) => subject.test(raw));
  assert.ok(await waitFor(arrived, 15_000, 50), `no email to ${address} with ${String(subject)}`);
  for (const { raw } of theirs()) for (const secret of secrets) assert.ok(!raw.includes(secret), secret);
}

async function whenAScreenerTakesAndRates(page: Page, reference: string, child: string) {
  await givenTheyAreSignedIn(page, "Grace Adeyemi");
  await page.goto("/hub/triage");
  await page.locator("main").getByText(child).first().waitFor();
  await page.goto(contactPath(reference, "take"));
  const reason = page.locator('[name="reason"]');
  if ((await reason.count()) > 0) await reason.fill("The family is known to me");
  await pressed(page, "Take this contact");
  await page.goto(contactPath(reference));
  assert.equal(
    await page.locator('input[name="rating"]:checked').count(),
    0,
    "no colour is chosen beforehand",
  );
  await page.locator('input[name="rating"][value="A"]').check();
  await page.getByLabel("Why, in one line").fill("Bruise, and going home at 3:15pm");
  await pressed(page, "Save the rating");
  await page.locator("main").getByText("Amber").first().waitFor();
}

async function whenTheyRecommend(page: Page, reference: string, outcome: Decided) {
  await page.goto(contactPath(reference, "recommend"));
  await page.locator(`input[value="${outcome}"]`).check();
  await pressed(page, /^Write it/);
  await whenTheyWriteTheRecord(page, outcome, complete[outcome], [
    "Anyshire Police",
    "Anytown Community Health NHS Trust",
  ]);
  await pressed(page, /^Recommend this/);
  await page.getByText("Your recommendation waits for a manager").waitFor();
}

async function whenAManagerAgrees(page: Page, reference: string, outcome: Decided) {
  await givenTheyAreSignedIn(page, "Helen Marsh");
  await page.goto(contactPath(reference, "decide"));
  assert.equal(await page.locator("main :checked").count(), 0, "nothing is chosen beforehand");
  await page.locator("main").getByText(words[outcome]).first().waitFor();
  await page.getByLabel("Agree", { exact: true }).check();
  await page.getByLabel("Your reason").fill("I have read it and agree.");
  await pressed(page, "Record decision");
  await page.getByText("Every child of this contact is decided").waitFor();
  await page.goto(contactPath(reference, "timeline"));
  for (const step of [
    /Arrived by/,
    /Compared with earlier contacts/,
    /Rated it Amber/,
    /Recommended: /,
    /Decided: /,
  ])
    assert.ok(
      (await page.locator("main").getByText(step).count()) > 0,
      `${String(step)} is not on the timeline`,
    );
}

/** Accepts the work that carries this child's name on a board, and writes the first record about it. */
async function whenATeamAccepts(page: Page, who: string, board: string, child: string) {
  await givenTheyAreSignedIn(page, who);
  await whenItShows(page, board, child);
  await page
    .getByRole("link", { name: new RegExp(child) })
    .first()
    .click();
  await page.getByText("Owned by the hub").waitFor();
  await pressed(page, "Accept this work");
  await page.getByText("You own this work now.").waitFor();
  await page.getByText("Owned by you").waitFor();
}

/** A form on a piece of work is under its heading; without JavaScript the browser opens it by itself. */
async function whenTheyOpen(page: Page, title: string) {
  await page.locator("summary", { hasText: title }).click();
}

async function sentOverHttp(answers: Answers): Promise<string> {
  const form = await startForm(site);
  await fillForm(form, answers);
  await form.post("check", { key: await sendingKey(form) });
  const shown = /app-reference[^>]*>([^<]+)</.exec((await form.get("sent")).text)?.[1] ?? "";
  return shown.replace(/\s/g, "");
}

for (const javaScript of [true, false]) {
  const family = javaScript ? "Scripton" : "Plainfield";
  describe(`from a teacher's words to work that somebody owns, JavaScript ${javaScript ? "on" : "off"}`, () => {
    const staff = () => visit(browser, { url: site.url, javaScript });

    test("a Family CAF redirect, from the form to the first call", async () => {
      const child = `Robin ${family}`;
      const answers = about("Robin", family, "1 Mill Lane");
      const teacher = await givenAProfessionalAtTheForm(browser, { url: site.url, javaScript });
      await whenTheyFillItIn(teacher.page, answers);
      const { reference } = await whenTheySendIt(teacher.page);
      await thenNothingWentWrong(teacher);
      const email = `${family.toLowerCase()}@hilltop.example`;
      await thenTheyAreEmailed(email, /We received your form/, ["Robin", family, "bruise"]);

      const visitor = await staff();
      const { page } = visitor;
      await whenAScreenerTakesAndRates(page, reference, child);
      await page.goto(contactPath(reference, "matches"));
      await page
        .locator("main")
        .getByText(/checked|no record|match/i)
        .first()
        .waitFor();
      await page.goto(contactPath(reference, "referral"));
      await page.locator("main").getByText("he grabbed me").first().waitFor();
      await whenTheyRecommend(page, reference, "family_caf");
      await whenAManagerAgrees(page, reference, "family_caf");
      await whenATeamAccepts(page, "Marcia Bailey", "/advice", child);
      await whenTheyOpen(page, "Record a call");
      await page.getByLabel("Left a message that says nothing about why").check();
      await pressed(page, "Save the call");
      await page.getByText("The call is recorded.").waitFor();
      // Told ten minutes after the decision, so that a correction can still overtake it; this clock is days ago.
      await thenTheyAreEmailed(email, /There is an update/, ["Robin", family, "bruise", "CAF"]);
      await thenNothingWentWrong(visitor);
    });

    test("a social-work referral, to a worker and a first visit", async () => {
      const child = `Wren ${family}`;
      const reference = await sentOverHttp(about("Wren", family, "2 Forge Road"));
      const visitor = await staff();
      const { page } = visitor;
      await whenAScreenerTakesAndRates(page, reference, child);
      await whenTheyRecommend(page, reference, "assessment");
      await whenAManagerAgrees(page, reference, "assessment");
      await whenATeamAccepts(page, "Priya Nair", "/social-work", child);
      await whenTheyOpen(page, "Record the worker and the first visit");
      await page.getByLabel("Which worker has the child?").fill("T. Osei");
      await dateTyped(page, "firstVisitOn", "2026-11-26");
      await page.getByLabel("First visit by what time?").fill("10am");
      await pressed(page, "Save the worker");
      await page.getByText("The worker and the first visit are recorded.").waitFor();
      await thenNothingWentWrong(visitor);
    });

    test("a strategy discussion, called, answered by the police and given a time", async () => {
      const child = `Lark ${family}`;
      const reference = await sentOverHttp(about("Lark", family, "3 Tannery Court"));
      const visitor = await staff();
      const { page } = visitor;
      await whenAScreenerTakesAndRates(page, reference, child);
      await whenTheyRecommend(page, reference, "strategy_discussion");
      await whenAManagerAgrees(page, reference, "strategy_discussion");
      await givenTheyAreSignedIn(page, "Ruth Bellamy");
      await whenItShows(page, "/strategy", child);
      await page
        .getByRole("link", { name: new RegExp(child) })
        .first()
        .click();
      const discussion = new URL(page.url()).pathname;
      assert.match(discussion, /^\/strategy\/[\w-]{36}$/);
      await thenTheyAreEmailed("duty@anyshire-police.example", /confirm/i, ["Lark", family, "bruise"]);
      await givenTheyAreSignedIn(page, "Karen Holt");
      await page.goto(discussion);
      await page.locator('[name="answer"][value="coming"]').check();
      await page
        .locator("form", { has: page.locator('[name="answer"]') })
        .getByRole("button")
        .click();
      await givenTheyAreSignedIn(page, "Ruth Bellamy");
      await page.goto(discussion);
      await page
        .locator("main")
        .getByText(/coming, said Karen Holt/)
        .first()
        .waitFor();
      await thenNothingWentWrong(visitor);
    });
  });
}
