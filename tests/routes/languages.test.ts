import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { audiences, trialLanguage, type Audience } from "#domain/intake";
import { wordsIn } from "#domain/language";
import { journeys, listAnswerId } from "#domain/journeys";
import { answerTo, itemsOf, type Answer, type Answers } from "#domain/questions/answers";
import { landingWords } from "#domain/wording/landing";
import { toSubmission } from "#domain/questions/to-submission";
import { saveAnswer } from "#services/drafts/save-answer";
import { startDraft } from "#services/drafts/start-draft";
import { professionalAnswers } from "../support/answers.ts";
import { englishIn } from "../support/english-in.ts";
import { familyAnswers } from "../support/family-answers.ts";
import { ask, type Answer as HttpAnswer } from "../support/http-client.ts";
import { publicAnswers } from "../support/public-answers.ts";
import { ownerOf } from "../support/queue.ts";
import { startSite, type Site } from "../support/site.ts";
import { youngAnswers } from "../support/young-answers.ts";

/** Every public page and state in the trial language, which no English letter is left of. */

let site: Site;
let owner: postgres.Sql;
before(async () => {
  site = await startSite();
  site.context.site.trialLanguage = true;
  owner = ownerOf(site);
});
after(async () => {
  await owner.end();
  assert.deepEqual(site.faults, []);
  await site.close();
});

const chosen = `language=${trialLanguage}`;
/** Names and numbers of the settings, which nobody translates. */
const ofSettings = () => {
  const { authorityName, phones, helplines, neighbours } = site.context.settings;
  return [
    ...[authorityName, phones.day, phones.night],
    ...[...helplines, ...neighbours].flatMap(({ name, number }) => [name, number]),
  ];
};

function assertTranslated(page: HttpAnswer, what: string, data: readonly string[] = []) {
  assert.match(page.text, /<html lang="ar-XB" dir="rtl"/, what);
  assert.deepEqual(englishIn(page.text, [...ofSettings(), ...data]), [], what);
}

const get = (path: string, cookie = chosen) => ask(site, path, { cookie });
const post = (path: string, form: Record<string, string>, cookie = chosen) =>
  ask(site, path, { cookie, form });

describe("pages that belong to no form", () => {
  for (const path of [
    ...["/", "/report/professional", "/report/public", "/help/family", "/help/young-person", "/track"],
    ...["/help/add", "/help/added", "/help/equality", "/help/thanks", "/help/talk", "/help/call-back"],
    ...["/help/privacy", "/help/cookies", "/help/accessibility"],
  ])
    test(path, async () => {
      const page = await get(path);
      assert.equal(page.status, 200);
      assertTranslated(page, path);
    });

  const refused: [path: string, form: Record<string, string>, status: number][] = [
    ["/", {}, 400],
    ["/help/add", {}, 422],
    ["/help/add", { reference: "7KQ4M2XD", words: "1 2 3 4", danger: "no", text: "1\u0000" }, 422],
    ["/track", { email: "1" }, 422],
    ["/help/call-back", {}, 422],
  ];
  for (const [path, form, status] of refused)
    test(`${path} with something wrong: ${JSON.stringify(form)}`, async () => {
      const page = await post(path, form);
      assert.equal(page.status, status);
      assertTranslated(page, path, Object.values(form));
    });

  test("pages that are not there, and what is refused before there is a page", async () => {
    const missing = await get("/no/such/page");
    assert.equal(missing.status, 404);
    assertTranslated(missing, "404");
    const elsewhere = await ask(site, "/", { cookie: chosen, form: {}, origin: "https://evil.example" });
    assert.equal(elsewhere.status, 403);
    assertTranslated(elsewhere, "403");
  });
});

const answered: Record<Audience, Answers> = {
  professional: professionalAnswers,
  public: publicAnswers,
  family: familyAnswers,
  young_person: youngAnswers,
};

/** A form with these answers, kept as its pages would. */
async function kept(journey: Audience, answers: Answers) {
  const form = await startDraft(site.context, { journey, language: trialLanguage });
  const save = (questionId: string, answer: Answer, item?: number) =>
    saveAnswer(site.context, { ...form, questionId, answer, ...(item === undefined ? {} : { item }) });
  for (const { id } of journeys[journey]) {
    for (const { item, answer } of itemsOf(answers, id)) await save(id, answer, item);
    for (const name of [id, listAnswerId(id)]) {
      const answer = answerTo(answers, name);
      if (answer !== null) await save(name, answer);
    }
  }
  return { at: `/f/${form.draftId}`, cookie: `draft=${form.secret}; ${chosen}` };
}

/** Everything that was typed into a form. */
const typedIn = (answers: Answers): string[] => {
  const values = (answer: Answer) =>
    Object.values(answer)
      .flat()
      .flatMap((value) => value.split("\n"));
  return Object.values(answers).flatMap((given) =>
    Array.isArray(given)
      ? given.flatMap(({ answer }: { answer: Answer }) => values(answer))
      : values(given as Answer),
  );
};

for (const journey of audiences)
  describe(`the form for ${journey}`, () => {
    const answers = answered[journey];
    const questions = journeys[journey];
    const typed = typedIn(answers);

    test("every page of it, as it is kept and with nothing on it", async () => {
      const { at, cookie } = await kept(journey, answers);
      for (const [index, question] of questions.entries()) {
        if (!question.appliesTo(answers)) continue;
        const [first] = itemsOf(answers, question.id);
        const places = [`${at}/${index + 1}`, ...(first ? [`${at}/${index + 1}/${first.item}`] : [])];
        for (const place of places) {
          const page = await get(place, cookie);
          if (page.status === 303) continue;
          assert.equal(page.status, 200, `${question.id} at ${place}: ${page.location}`);
          assertTranslated(page, question.id, typed);
          const empty = await post(place, {}, cookie);
          if (empty.status === 400) assertTranslated(empty, `${question.id} left empty`, typed);
          const long = await post(place, tooLong(question.fields.map(({ name }) => name)), cookie);
          if (long.status === 400) assertTranslated(long, `${question.id} too long`, [...typed, "x"]);
        }
      }
    });

    test("its check page, its early one, the sending and the receipt", async () => {
      const { at, cookie } = await kept(journey, answers);
      const check = await get(`${at}/check`, cookie);
      assert.equal(check.status, 200, check.location ?? "");
      assertTranslated(check, "check", typed);
      const [, key = ""] = /name="key" value="([^"]+)"/.exec(check.text) ?? [];
      const sent = await post(`${at}/check`, { key }, cookie);
      assert.equal(sent.location, `${at}/sent`);
      const [row] = await owner<{ reference: string; language: string }[]>`
        select reference, language from contact order by received_at desc, id desc limit 1`;
      const { reference = "", language } = row ?? {};
      assert.equal(language, trialLanguage);
      const receipt = await get(`${at}/sent`, cookie);
      assert.equal(receipt.status, 200);
      const words = /app-passphrase">([^<]+)</.exec(receipt.text)?.[1] ?? "";
      assertTranslated(receipt, "sent", [`${reference.slice(0, 4)} ${reference.slice(4)}`, words]);
    });
  });

test("the page of files, and what is wrong with one", async () => {
  const { at, cookie } = await kept("professional", { ...professionalAnswers, extras: { extras: ["files"] } });
  for (const page of ["", "?refused=wrong-kind", "?refused=heic"]) {
    const files = await get(`${at}/files${page}`, cookie);
    assert.equal(files.status, 200);
    assertTranslated(files, page);
  }
  const switched = await post(`${at}/files`, { readIn: "en" }, cookie);
  assert.deepEqual([switched.status, switched.location], [303, `${at}/files`]);
});

describe("the switch", () => {
  const languageIn = ({ headers }: HttpAnswer) =>
    headers["set-cookie"]?.find((one) => one.startsWith("language=")) ?? null;
  const title = wordsIn(landingWords, trialLanguage).title;
  const readIn = trialLanguage;

  test("stands on no page while there is one language", async () => {
    site.context.site.trialLanguage = false;
    const page = await get("/");
    site.context.site.trialLanguage = true;
    assert.match(page.text, /<html lang="en" dir="ltr"/, "whoever had chosen another reads English again");
    assert.ok(!page.text.includes('name="readIn"'));
    assert.match((await get("/")).text, /<button type="submit" name="readIn" value="en"[^>]* lang="en"/);
  });

  test("leads back to the same page, in the language that stays chosen", async () => {
    const answer = await post("/help/privacy?x=1", { readIn }, "");
    assert.deepEqual([answer.status, answer.location], [303, "/help/privacy?x=1"]);
    assert.match(languageIn(answer) ?? "", /^language=ar-XB; Path=\/; HttpOnly; SameSite=Lax$/);
    assert.match((await get("/help/privacy")).text, /<html lang="ar-XB"/);
    assert.match(languageIn(await post("/", { readIn: "en" })) ?? "", /^language=en;/);
  });

  test("keeps what was typed, and neither saves nor sends it", async () => {
    const { at, cookie } = await kept("family", { danger: { danger: "no" } });
    const typed = { about: "money", account: "Rent <is> due\nsoon", readIn };
    const answer = await post(`${at}/2`, typed, cookie.replace(chosen, ""));
    assert.equal(answer.status, 200);
    assert.ok(languageIn(answer)?.startsWith("language=ar-XB"));
    assertTranslated(answer, "switched");
    assert.match(answer.text, /checked="" value="money"/);
    assert.match(answer.text, /<textarea[^>]*>Rent &lt;is&gt; due\nsoon<\/textarea>/);
    const again = await get(`${at}/2`, cookie);
    assert.ok(!again.text.includes("Rent"), "nothing was kept");
    const choices = await post("/", { who: "family", readIn });
    assert.match(choices.text, /checked="" value="family"/);
    assert.ok(choices.text.includes(title));
  });

  test("takes away a tick that was taken away", async () => {
    const { at, cookie } = await kept("family", familyAnswers);
    const page = journeys.family.findIndex(({ id }) => id === "access-needs") + 1;
    const before = await post(`${at}/${page}`, { needs: "bsl" }, cookie);
    assert.equal(before.status, 303);
    assert.match((await get(`${at}/${page}`, cookie)).text, /checked="" value="bsl"/);
    const switched = await post(`${at}/${page}`, { language: "Urdu", readIn: "en" }, cookie);
    assert.ok(!switched.text.includes('checked=""'));
    assert.match(switched.text, /value="Urdu"/);
  });

  test("takes no language that is not offered, and none on pages of people who work here", async () => {
    assert.equal((await post("/", { who: "family", readIn: "tlh" })).location, "/help/family");
    const staff = await get("/account/sign-in");
    assert.match(staff.text, /<html lang="en" dir="ltr"/);
    assert.ok(!staff.text.includes("readIn"));
    assert.equal(languageIn(await post("/account/lock", { readIn })), null);
    const own = await post("/", { readIn }, "");
    const others = await ask(site, "/", { form: { readIn }, origin: "https://evil.example" });
    assert.deepEqual([languageIn(own) !== null, languageIn(others)], [true, null]);
  });

  test("a form that was left in another browser goes on in its language", async () => {
    const { at, cookie } = await kept("public", { danger: { danger: "no" } });
    const answer = await get(at, cookie.replace(chosen, ""));
    assert.equal(answer.status, 303);
    assert.ok(languageIn(answer)?.startsWith("language=ar-XB"));
    assert.equal(languageIn(await get(at, cookie)), null);
    assert.equal(languageIn(await get(at, cookie.replace(chosen, "language=en"))), null);
  });

  test("the hub reads English, with the questions beside it as they were asked", async () => {
    const form = await startDraft(site.context, { journey: "family", language: trialLanguage });
    const submission = toSubmission(familyAnswers, "family", trialLanguage, {
      early: false,
      now: new Date(),
    });
    assert.ok(submission, form.draftId);
    const { asked: _, ...page } = submission.snapshot.contact[0] ?? { asked: undefined };
    const english = toSubmission(familyAnswers, "family", "en", { early: false, now: new Date() });
    assert.deepEqual(page, english?.snapshot.contact[0]);
    assert.deepEqual({ ...submission, snapshot: null, language: "en" }, { ...english, snapshot: null });
    const shown = submission.snapshot.contact.map(({ asked }) => asked?.title ?? "");
    assert.ok(shown.length > 5 && shown.every((words) => words !== "" && !/[A-Za-z]/.test(words)));
  });
});

const tooLong = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, "x".repeat(9_000)]));
