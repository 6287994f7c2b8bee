import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { audiences, trialLanguage, type Audience } from "#domain/intake";
import { journeys } from "#domain/journeys";
import { itemsOf, type Answer, type Answers } from "#domain/questions/answers";
import { writeEmail } from "#emails/index";
import { messageFacts } from "#services/mail/message-facts";
import { unitOfWork } from "#services/unit-of-work";
import { professionalAnswers } from "../support/answers.ts";
import { englishIn } from "../support/english-in.ts";
import { familyAnswers } from "../support/family-answers.ts";
import { ask, type Answer as HttpAnswer } from "../support/http-client.ts";
import { publicAnswers } from "../support/public-answers.ts";
import { multipart } from "../support/multipart.ts";
import { ownerOf } from "../support/queue.ts";
import { newestCode } from "../support/senders.ts";
import { startSite, type Site } from "../support/site.ts";
import { chosen, ofSettings, trialReader } from "../support/trial-reader.ts";
import { youngAnswers } from "../support/young-answers.ts";

/** Every public page and state in the trial language, which no English letter is left of. */

let site: Site;
let owner: postgres.Sql;
let reader: ReturnType<typeof trialReader>;
before(async () => {
  site = await startSite();
  site.context.site.trialLanguage = true;
  reader = trialReader(site);
  owner = ownerOf(site);
});
after(async () => {
  await owner.end();
  assert.deepEqual(site.faults, []);
  await site.close();
});

describe("pages that belong to no form", () => {
  for (const path of [
    ...["/", "/report/professional", "/report/public", "/help/family", "/help/young-person", "/track"],
    ...["/help/add", "/help/added", "/help/equality", "/help/thanks", "/help/talk", "/help/call-back"],
    ...["/help/privacy", "/help/cookies", "/help/accessibility"],
  ])
    test(path, async () => {
      const page = await reader.get(path);
      assert.equal(page.status, 200);
      reader.understands(page, path);
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
      const page = await reader.post(path, form);
      assert.equal(page.status, status);
      reader.understands(page, path, Object.values(form));
    });

  test("pages that are not there, and what is refused before there is a page", async () => {
    const missing = await reader.get("/no/such/page");
    assert.equal(missing.status, 404);
    reader.understands(missing, "404");
    const elsewhere = await ask(site, "/", { cookie: chosen, form: {}, origin: "https://evil.example" });
    assert.equal(elsewhere.status, 403);
    reader.understands(elsewhere, "403");
  });
});

const answered: Record<Audience, Answers> = {
  professional: professionalAnswers,
  public: publicAnswers,
  family: familyAnswers,
  young_person: youngAnswers,
};

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
      const { at, cookie } = await reader.kept(journey, answers);
      for (const [index, question] of questions.entries()) {
        if (!question.appliesTo(answers)) continue;
        const [first] = itemsOf(answers, question.id);
        const places = [`${at}/${index + 1}`, ...(first ? [`${at}/${index + 1}/${first.item}`] : [])];
        for (const place of places) {
          const page = await reader.get(place, cookie);
          if (page.status === 303) continue;
          assert.equal(page.status, 200, `${question.id} at ${place}: ${page.location}`);
          reader.understands(page, question.id, typed);
          const empty = await reader.post(place, {}, cookie);
          if (empty.status === 400) reader.understands(empty, `${question.id} left empty`, typed);
          const long = await reader.post(place, tooLong(question.fields.map(({ name }) => name)), cookie);
          if (long.status === 400) reader.understands(long, `${question.id} too long`, [...typed, "x"]);
        }
      }
    });

    test("its check page, its early one, the sending and the receipt", async () => {
      const { at, cookie } = await reader.kept(journey, answers);
      const check = await reader.get(`${at}/check`, cookie);
      assert.equal(check.status, 200, check.location ?? "");
      reader.understands(check, "check", typed);
      const [, key = ""] = /name="key" value="([^"]+)"/.exec(check.text) ?? [];
      const sent = await reader.post(`${at}/check`, { key }, cookie);
      assert.equal(sent.location, `${at}/sent`);
      const [row] = await owner<{ reference: string; language: string }[]>`
        select reference, language from contact order by received_at desc, id desc limit 1`;
      const { reference = "", language } = row ?? {};
      assert.equal(language, trialLanguage);
      const receipt = await reader.get(`${at}/sent`, cookie);
      assert.equal(receipt.status, 200);
      const words = /app-passphrase">([^<]+)</.exec(receipt.text)?.[1] ?? "";
      reader.understands(receipt, "sent", [`${reference.slice(0, 4)} ${reference.slice(4)}`, words]);
    });
  });

describe("somebody who comes back", () => {
  const cookieOf = ({ headers }: HttpAnswer) => headers["set-cookie"]?.at(-1)?.split(";", 1)[0] ?? "";
  const email = "k.kowalska@school.example";

  test("the code, what they have, finishing later and what they sent", async () => {
    const asked = await reader.post("/track", { email });
    const cookie = `${cookieOf(asked)}; ${chosen}`;
    reader.understands(await reader.get("/track/code", cookie), "code");
    const wrong = await reader.post("/track/code", { code: "1" }, cookie);
    reader.understands(wrong, "wrong code");
    const proven = await reader.post("/track/code", { code: await newestCode(site.context, owner) }, cookie);
    const known = `${cookieOf(proven)}; ${chosen}`;
    reader.understands(await reader.get("/track", known), "nothing yet", [email]);
    reader.understands(await reader.get("/report/professional", known), "start", [email]);

    const begun = await reader.post("/report/professional", {}, known);
    const at = (begun.location ?? "").replace(/\/1$/, "");
    const secret = cookieOf(begun);
    reader.understands(await reader.get("/track", known), "an unfinished form", [email]);
    const later = `${known}; ${secret}`;
    reader.understands(await reader.get(`${at}/later`, later), "later", [
      email,
      `${site.context.site.origin}/track`,
    ]);
    const own = await reader.post(`${at}/later`, { email }, later);
    reader.understands(own, "own address", [email, `${site.context.site.origin}/track`]);
    const sure = await reader.post(`${at}/1`, { danger: "not_sure" }, later);
    assert.equal(sure.location, `${at}/stop`);
    reader.understands(await reader.get(`${at}/stop`, later), "stop");

    const form = await reader.kept("professional", professionalAnswers);
    const check = await reader.get(`${form.at}/check`, form.cookie);
    const [, key = ""] = /name="key" value="([^"]+)"/.exec(check.text) ?? [];
    await reader.post(`${form.at}/check`, { key }, form.cookie);
    const [row] = await owner<{ reference: string }[]>`
      select reference from contact order by received_at desc, id desc limit 1`;
    const reference = row?.reference ?? "";
    await owner`update referrer set sender_id = (select id from sender order by made_at desc limit 1)
      where contact_id = (select id from contact where reference = ${reference})`;
    const shown = `${reference.slice(0, 4)} ${reference.slice(4)}`;
    reader.understands(await reader.get("/track", known), "one that was sent", [email, shown]);
    const sent = await reader.get(`/track/${reference}`, known);
    assert.equal(sent.status, 200);
    reader.understands(sent, "what became of it", [shown]);
    reader.understands(await reader.get(`/track/${reference}?told=danger`, known), "told", [shown]);
    const empty = await reader.post(`/track/${reference}`, { do: "more" }, known);
    assert.equal(empty.status, 422);
    reader.understands(empty, "nothing added", [shown]);
    const files = `/track/${reference}/files`;
    reader.understands(await reader.get(files, known), "files afterwards", [shown]);
    const refused = await ask(site, files, {
      ...{ method: "POST", cookie: known },
      ...multipart([{ name: "text", content: "1" }]),
    });
    assert.equal(refused.status, 422);
    reader.understands(refused, "no danger said, and no file", [shown, "1"]);

    // Whatever was typed in any part of the page goes along into another language, and no part is sent for another.
    const typed = {
      "text-more": "He <fell>\nagain",
      "danger-more": "not_sure",
      "text-challenge": "Look again",
    };
    const other = await reader.post(`/track/${reference}`, { ...typed, readIn: "en" }, known);
    assert.match(
      other.text,
      /<html lang="en".*<textarea[^>]*name="text-more"[^>]*>He &lt;fell&gt;\nagain<\/textarea>/s,
    );
    assert.match(other.text, /name="danger-more"[^>]*checked="" value="not_sure"/);
    const added = async () => (await owner`select from addition`).length;
    const before = await added();
    const silent = await reader.post(`/track/${reference}`, { ...typed, "danger-more": "" }, known);
    assert.equal(silent.status, 422, "Enter sends the part in which something stands");
    assert.match(silent.text, /href="#danger-more".*>He &lt;fell&gt;/s);
    assert.equal((await reader.post(`/track/${reference}`, {}, known)).location, `/track/${reference}`);
    assert.equal(await added(), before);
  });

  test("gets emails in the language of the page or the form", async () => {
    const said = (message: "sender-code" | "contact-received", subject: string) =>
      unitOfWork(site.context, { kind: "system", process: "mail" }, (unit) =>
        messageFacts(unit, message, subject),
      );
    const [session] = await owner<{ id: string }[]>`select id from sender_session order by asked_at limit 1`;
    const [contact] = await owner<{ id: string }[]>`select id from contact order by received_at limit 1`;
    for (const about of [
      await said("sender-code", session?.id ?? ""),
      await said("contact-received", contact?.id ?? ""),
    ]) {
      assert.ok(about);
      const { subject, html } = writeEmail(about.said, {
        ...site.context.settings,
        origin: site.context.site.origin,
      });
      assert.match(html, /<html lang="ar-XB" dir="rtl">/);
      const left = `${subject}\n${html.replace(/https?:[^<"]+/g, "")}`.replace(/<style.*?<\/style>/gs, "");
      const data = [...ofSettings(site.context), /[A-Z0-9]{4} [A-Z0-9]{4}/.exec(left)?.[0] ?? ""];
      assert.deepEqual(englishIn(left, data), [], about.said.kind);
    }
    site.context.site.trialLanguage = false;
    const english = await said("contact-received", contact?.id ?? "");
    site.context.site.trialLanguage = true;
    assert.equal(english && "language" in english.said.facts && english.said.facts.language, "en");
  });
});

test("the page of files, and what is wrong with one", async () => {
  const { at, cookie } = await reader.kept("professional", {
    ...professionalAnswers,
    extras: { extras: ["files"] },
  });
  for (const page of ["", "?refused=wrong-kind", "?refused=heic"]) {
    const files = await reader.get(`${at}/files${page}`, cookie);
    assert.equal(files.status, 200);
    reader.understands(files, page);
  }
  const switched = await reader.post(`${at}/files`, { readIn: "en" }, cookie);
  assert.deepEqual([switched.status, switched.location], [303, `${at}/files`]);
});

const tooLong = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, "x".repeat(9_000)]));
