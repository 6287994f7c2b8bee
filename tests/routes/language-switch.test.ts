import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { trialLanguage, type Language } from "#domain/intake";
import { journeys } from "#domain/journeys";
import { wordsIn } from "#domain/language";
import type { Answers } from "#domain/questions/answers";
import { toSubmission } from "#domain/questions/to-submission";
import { landingWords } from "#domain/wording/landing";
import { familyAnswers } from "../support/family-answers.ts";
import { ask, type Answer as HttpAnswer } from "../support/http-client.ts";
import { addStaff, signedIn } from "../support/staff.ts";
import { startSite, type Site } from "../support/site.ts";
import { chosen, trialReader } from "../support/trial-reader.ts";

/** Asking for a page in another language, and what becomes of the choice. */

let site: Site;
let reader: ReturnType<typeof trialReader>;
before(async () => {
  site = await startSite();
  site.context.site.trialLanguage = true;
  reader = trialReader(site);
});
after(async () => {
  assert.deepEqual(site.faults, []);
  await site.close();
});

describe("the switch", () => {
  const languageIn = ({ headers }: HttpAnswer) =>
    headers["set-cookie"]?.find((one) => one.startsWith("language=")) ?? null;
  const title = wordsIn(landingWords, trialLanguage).title;
  const readIn = trialLanguage;

  test("stands on no page while there is one language", async () => {
    site.context.site.trialLanguage = false;
    const page = await reader.get("/");
    site.context.site.trialLanguage = true;
    assert.match(page.text, /<html lang="en" dir="ltr"/, "whoever had chosen another reads English again");
    assert.ok(!page.text.includes('name="readIn"'));
    assert.match(
      (await reader.get("/")).text,
      /<button type="submit" name="readIn" value="en"[^>]* lang="en"/,
    );
  });

  test("offers a translation while the settings say that somebody reviewed it, and loses nothing after", async () => {
    const { settings } = site.context;
    assert.ok(!(await reader.get("/")).text.includes('value="pl"'), "a draft that nobody reviewed");
    const review = { offered: "yes", reviewedBy: "A. Kowalska", reviewedOn: "2026-11-20" } as const;
    site.context.settings = { ...settings, languages: { pl: review } };
    const polish = "language=pl";
    const page = await reader.get("/", polish);
    assert.match(page.text, /<html lang="pl" dir="ltr".*<h1[^>]*>Obawa o dziecko albo potrzeba pomocy\?/s);
    assert.match(page.text, /<span [^>]*aria-current="true" lang="pl" dir="ltr">Polski</);
    const { at, secret } = await reader.kept("family", familyAnswers);
    const cookie = `draft=${secret}; ${polish}`;
    const check = await reader.get(`${at}/check`, cookie);
    assert.match(check.text, /Proszę sprawdzić, co zostanie wysłane/);
    site.context.settings = settings;
    const english = await reader.get(`${at}/check`, cookie);
    assert.match(english.text, /<html lang="en" dir="ltr".*Check what you send us/s);
    assert.ok(english.text.includes("Bulgarian"), "what was typed is there");
    site.context.settings = { ...settings, languages: { pl: review } };
    const again = await reader.get(`${at}/check`, cookie);
    const [, key = ""] = /name="key" value="([^"]+)"/.exec(again.text) ?? [];
    assert.equal((await reader.post(`${at}/check`, { key }, cookie)).status, 303);
    const manager = await addStaff(site.context, ["manager"]);
    const receipt = (await reader.get(`${at}/sent`, cookie)).text;
    const reference = (/app-reference">([^<]+)</.exec(receipt)?.[1] ?? "").replace(" ", "");
    const hub = await ask(site, `/hub/contacts/${reference}`, {
      cookie: await signedIn(site.context, manager),
    });
    assert.match(hub.text, /Filled in in Polish/);
    assert.ok(!/[ąćęłńśźż]/i.test(hub.text), "the hub reads English");
    site.context.settings = settings;
  });

  test("leads back to the same page, in the language that stays chosen", async () => {
    const answer = await reader.post("/help/privacy?x=1", { readIn }, "");
    assert.deepEqual([answer.status, answer.location], [303, "/help/privacy?x=1"]);
    assert.match(languageIn(answer) ?? "", /^language=ar-XB; Path=\/; HttpOnly; SameSite=Lax$/);
    assert.match((await reader.get("/help/privacy")).text, /<html lang="ar-XB"/);
    assert.match(languageIn(await reader.post("/", { readIn: "en" })) ?? "", /^language=en;/);
  });

  test("keeps what was typed, and neither saves nor sends it", async () => {
    const { at, cookie } = await reader.kept("family", { danger: { danger: "no" } });
    const typed = { about: "money", account: "Rent <is> due\nsoon", readIn };
    const answer = await reader.post(`${at}/2`, typed, cookie.replace(chosen, ""));
    assert.equal(answer.status, 200);
    assert.ok(languageIn(answer)?.startsWith("language=ar-XB"));
    reader.understands(answer, "switched");
    assert.match(answer.text, /checked="" value="money"/);
    assert.match(answer.text, /<textarea[^>]*>Rent &lt;is&gt; due\nsoon<\/textarea>/);
    const again = await reader.get(`${at}/2`, cookie);
    assert.ok(!again.text.includes("Rent"), "nothing was kept");
    const choices = await reader.post("/", { who: "family", readIn });
    assert.match(choices.text, /checked="" value="family"/);
    assert.ok(choices.text.includes(title));
  });

  test("takes away a tick that was taken away", async () => {
    const { at, cookie } = await reader.kept("family", familyAnswers);
    const page = journeys.family.findIndex(({ id }) => id === "access-needs") + 1;
    const before = await reader.post(`${at}/${page}`, { needs: "bsl" }, cookie);
    assert.equal(before.status, 303);
    assert.match((await reader.get(`${at}/${page}`, cookie)).text, /checked="" value="bsl"/);
    const switched = await reader.post(`${at}/${page}`, { language: "Urdu", readIn: "en" }, cookie);
    assert.ok(!switched.text.includes('checked=""'));
    assert.match(switched.text, /value="Urdu"/);
  });

  test("takes no language that is not offered, and none on pages of people who work here", async () => {
    assert.equal((await reader.post("/", { who: "family", readIn: "tlh" })).location, "/help/family");
    const staff = await reader.get("/account/sign-in");
    assert.match(staff.text, /<html lang="en" dir="ltr"/);
    assert.ok(!staff.text.includes("readIn"));
    assert.equal(languageIn(await reader.post("/account/lock", { readIn })), null);
    const own = await reader.post("/", { readIn }, "");
    const others = await ask(site, "/", { form: { readIn }, origin: "https://evil.example" });
    assert.deepEqual([languageIn(own) !== null, languageIn(others)], [true, null]);
  });

  test("is forgotten when somebody leaves fast", async () => {
    const left = await reader.get("/exit");
    assert.match(languageIn(left) ?? "", /^language=; .*Max-Age=0$/);
  });

  test("a form that was left in another browser goes on in its language", async () => {
    const { at, cookie } = await reader.kept("public", { danger: { danger: "no" } });
    const answer = await reader.get(at, cookie.replace(chosen, ""));
    assert.equal(answer.status, 303);
    assert.ok(languageIn(answer)?.startsWith("language=ar-XB"));
    assert.equal(languageIn(await reader.get(at, cookie)), null);
    assert.equal(languageIn(await reader.get(at, cookie.replace(chosen, "language=en"))), null);
  });

  test("the hub reads English, with the questions beside it as they were asked", () => {
    const said = { ...familyAnswers, "access-needs": {} };
    const sent = (answers: Answers, language: Language) => {
      const found = toSubmission(answers, "family", language, { early: false, now: new Date() });
      assert.ok(found);
      return found;
    };
    const [trial, english] = [sent(said, trialLanguage), sent(said, "en")];
    const pages = trial.snapshot.contact.map(({ asked, ...page }) => page);
    assert.deepEqual(pages, english.snapshot.contact);
    const rest = { snapshot: null, language: "en", safeContact: null };
    assert.deepEqual({ ...trial, ...rest }, { ...english, ...rest });
    const interpreter = "Perhaps for the trial language: the form was filled in in it";
    assert.deepEqual(trial.safeContact, { ...english.safeContact, interpreter });
    assert.equal(sent(familyAnswers, trialLanguage).safeContact?.interpreter, "Bulgarian");
    const shown = trial.snapshot.contact.flatMap(({ asked }) => [
      asked?.title ?? "",
      ...(asked?.labels ?? []),
    ]);
    const chosenOf = (id: string) =>
      trial.snapshot.contact.find((page) => page.questionId === id)?.asked?.chosen;
    const [scared] = chosenOf("scared") ?? [];
    assert.ok(typeof scared === "string" && !/[A-Za-z]/.test(scared), "what they chose, for their own copy");
    assert.equal(chosenOf("home"), undefined, "an address stands in one place alone");
    const values = new Set(
      trial.snapshot.contact.flatMap(({ entries }) => entries.map(({ value }) => value)),
    );
    for (const { asked } of trial.snapshot.contact)
      assert.ok((asked?.chosen ?? []).every((words) => words === null || !values.has(words)));
    assert.ok(shown.length > 10 && shown.every((words) => words !== "" && !/[A-Za-z]/.test(words)));
  });
});
