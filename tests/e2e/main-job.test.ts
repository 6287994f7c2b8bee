import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright";
import { createMailer } from "#emails/transport";
import { itemsOf, type Answers } from "#domain/questions/answers";
import { seedPeople } from "#services/demo/seed-demo";
import { waitFor } from "../../scripts/processes.mjs";
import { professionalAnswers } from "../support/answers.ts";
import { countedPresses, openBrowser, visit } from "../support/browser.ts";
import { fillForm, sendingKey, startForm } from "../support/form-client.ts";
import {
  givenAProfessionalAtTheForm,
  thenNothingWentWrong,
  whenTheyFillItIn,
  whenTheySendIt,
} from "../support/journey.ts";
import {
  tapsForNoTrace,
  thenTheAskerReadsIt,
  whenHealthFindsNothing,
  whenTheyAskHealth,
} from "../support/agency-journey.ts";
import { mailServer, type MailServer } from "../support/mail-server.ts";
import { ownerOf } from "../support/queue.ts";
import {
  contactPath,
  thenTheNextIsOnePressAndItsRatingTwo,
  thenTheTimelineSays,
  whenAManagerAgrees,
  whenAScreenerTakesAndRates,
  whenTheyConfirmTheMatch,
  whenTheyRecommend,
  whenTheySetAside,
} from "../support/screening-journey.ts";
import { startSite, type Site } from "../support/site.ts";
import { dateTyped, givenTheyAreSignedIn, pressed, whenItShows } from "../support/staff-journey.ts";
import { queueServer, workerHere } from "../support/worker.ts";

/** The main job, from a teacher's words to somebody who owns what was decided, through the pages that people use. */

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

/** What the post brought to this address: its subjects, and that nothing in it is about a child. */
async function thenTheyAreEmailed(address: string, subject: RegExp, secrets: readonly string[]) {
  const theirs = () => mail.received.filter(({ to }) => to.includes(address));
  const arrived = () => theirs().some(({ raw }) => subject.test(raw));
  assert.ok(await waitFor(arrived, 15_000, 50), `no email to ${address} with ${String(subject)}`);
  for (const { raw } of theirs()) for (const secret of secrets) assert.ok(!raw.includes(secret), secret);
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
      const earlier = await sentOverHttp(answers);
      const [mother] = itemsOf(answers, "family");
      const brother = { name: `Sol ${family}`, relationship: "Brother", age: "child", lives: "no" };
      const withBrother = {
        ...answers,
        family: [...(mother ? [mother] : []), { item: 2, answer: { ...brother, responsibility: "no" } }],
      };
      const teacher = await givenAProfessionalAtTheForm(browser, { url: site.url, javaScript });
      await whenTheyFillItIn(teacher.page, withBrother);
      const { reference } = await whenTheySendIt(teacher.page);
      await thenNothingWentWrong(teacher);
      const email = `${family.toLowerCase()}@hilltop.example`;
      await thenTheyAreEmailed(email, /We received your form/, ["Robin", family, "bruise"]);

      const visitor = await staff();
      const { page } = visitor;
      await whenAScreenerTakesAndRates(page, reference, child);
      await whenTheyConfirmTheMatch(page, reference, earlier);
      await page.goto(contactPath(reference, "referral"));
      await page.locator("main").getByText("he grabbed me").first().waitFor();
      await whenTheySetAside(page, reference, `Sol ${family}`);
      await whenTheyRecommend(page, reference, "family_caf");
      await whenAManagerAgrees(page, reference, "family_caf");
      await whenATeamAccepts(page, "Marcia Bailey", "/advice", child);
      await whenTheyOpen(page, "Record a call");
      await page.getByLabel("Left a message that says nothing about why").check();
      await pressed(page, "Save the call");
      await page.getByText("The call is recorded.").waitFor();
      // Told ten minutes after the decision, so that a correction can still overtake it; this clock is days ago.
      await thenTheyAreEmailed(email, /There is an update/, ["Robin", family, "bruise", "CAF"]);
      const secrets = ["Robin", family, "bruise"];
      await thenTheyAreEmailed("front-door@anytown.example", /ready.for.you.to.decide/, secrets);
      await thenTheyAreEmailed("family-caf@anytown.example", /family.is.waiting/, secrets);
      await givenTheyAreSignedIn(page, "Helen Marsh");
      await thenTheTimelineSays(page, reference, [
        /Said that a child is the same as in an earlier contact/,
        /Set a child of the household aside/,
        /Opened: Family CAF redirect/,
        /Accepted the work/,
        /Recorded something on the work/,
        /Emailed the sender that it arrived/,
        /Emailed the managers that a recommendation waits/,
        /Emailed the team that a family waits/,
        /Emailed the sender that it is decided/,
      ]);
      await thenNothingWentWrong(visitor);
    });

    test("a social-work referral, to a worker and a first visit", async () => {
      const child = `Wren ${family}`;
      const reference = await sentOverHttp(about("Wren", family, "2 Forge Road"));
      const visitor = await staff();
      const { page } = visitor;
      await whenAScreenerTakesAndRates(page, reference, child);
      await whenTheyAskHealth(page, reference, child);
      await thenTheyAreEmailed("duty@community-health.example", /question.for/i, ["Wren", family, "mark"]);
      await whenHealthFindsNothing(page, child);
      await thenTheAskerReadsIt(page, "Grace Adeyemi", reference);
      await whenTheyRecommend(page, reference, "assessment");
      await whenAManagerAgrees(page, reference, "assessment");
      await whenATeamAccepts(page, "Priya Nair", "/social-work", child);
      await whenTheyOpen(page, "Give the child to a worker");
      await page.getByLabel("The name of a worker who is not in the list (optional)").fill("T. Osei");
      await dateTyped(page, "firstVisitOn", "2026-11-26");
      await page.getByLabel("First visit by what time?").fill("10am");
      await pressed(page, "Save the worker");
      await page.getByText("The worker and the first visit are recorded.").waitFor();
      await thenTheyAreEmailed("north@anytown.example", /New.work.is.waiting/, ["Wren", family, "bruise"]);
      await givenTheyAreSignedIn(page, "Helen Marsh");
      await thenTheTimelineSays(page, reference, [
        /Asked an agency what it knows/,
        /Answered for their agency: no trace/,
        /Opened: social-work referral/,
        /Accepted the work/,
        /Recorded something on the work/,
        /Emailed the team that a referral waits/,
      ]);
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
      await page.locator('[name="comingName"]').fill("DS Cole");
      await page.locator('[name="comingHow"][value="phone"]').check();
      await page
        .locator("form", { has: page.locator('[name="answer"]') })
        .getByRole("button")
        .click();
      await givenTheyAreSignedIn(page, "Ruth Bellamy");
      await page.goto(discussion);
      await page
        .locator("main")
        .getByText(/Coming: DS Cole, by phone, said Karen Holt/)
        .first()
        .waitFor();
      await givenTheyAreSignedIn(page, "Helen Marsh");
      await thenTheTimelineSays(page, reference, [
        /Opened: strategy discussion/,
        /Said that their organisation comes to the strategy discussion/,
        /Emailed an invitation to the strategy discussion/,
      ]);
      await thenNothingWentWrong(visitor);
    });
  });
}

describe("presses that were promised", () => {
  test("next one, rating two, no trace two, information only six on one screen, agreeing two", async () => {
    const reference = await sentOverHttp(about("Finch", "Counted", "4 Orchard Way"));
    const visitor = await visit(browser, { url: site.url, javaScript: "tested" });
    const { page } = visitor;
    const presses = await countedPresses(page);
    await whenAScreenerTakesAndRates(page, reference, "Finch Counted");
    await thenTheNextIsOnePressAndItsRatingTwo(page, presses);
    await whenTheyAskHealth(page, reference, "Finch Counted");
    assert.equal(await tapsForNoTrace(page, "Finch Counted", presses), 2);
    await givenTheyAreSignedIn(page, "Grace Adeyemi");
    const asked = await presses();
    await whenTheyRecommend(page, reference, "information_only");
    assert.ok((await presses()) - asked <= 6);
    await givenTheyAreSignedIn(page, "Helen Marsh");
    await page.goto(contactPath(reference, "decide"));
    const before = await presses();
    await page.getByLabel("Agree", { exact: true }).check();
    await page.getByLabel("Your reason").fill("Harm is alleged, and the school has looked into it.");
    await pressed(page, "Record decision");
    await page.getByText("Every child of this contact is decided").waitFor();
    assert.equal((await presses()) - before, 2);
    await thenNothingWentWrong(visitor);
  });
});

describe("every email that these walks owed", () => {
  test("was taken by the mail server once, and is on record as taken", async () => {
    const owner = ownerOf(site);
    const owed = () => owner`select from outbox where kind = 'send-message' and done_at is null`;
    const allTaken = await waitFor(async () => (await owed()).length === 0, 15_000, 100);
    assert.ok(allTaken, `${(await owed()).length} emails are still owed`);
    const [row] = await owner<{ accepted: number; dropped: number; owed: number }[]>`
      select count(*) filter (where kind = 'message.accepted')::int as accepted,
        count(*) filter (where kind = 'message.dropped')::int as dropped,
        (select count(*)::int from outbox where kind = 'send-message') as owed
      from audit_event`;
    await owner.end();
    assert.deepEqual(row, { accepted: mail.received.length, dropped: 0, owed: mail.received.length });
    assert.ok(mail.received.length >= 20, "each is told that it arrived, and what came of it");
  });
});
