import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright";
import { draftDays } from "#services/drafts/start-draft";
import { professionalAnswers } from "../support/answers.ts";
import { openBrowser } from "../support/browser.ts";
import { bodyOf, fillForm, placeOf, sendingKey, startForm, type FormClient } from "../support/form-client.ts";
import { placeIn } from "../support/form-pages.ts";
import { ask } from "../support/http-client.ts";
import { givenAProfessionalAt, thenNothingWentWrong, thenTheyGetAReference } from "../support/journey.ts";
import { ownerOf } from "../support/queue.ts";
import { startSite, type Site } from "../support/site.ts";

let site: Site;
let browser: Browser;
before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
});
after(async () => {
  await browser.close();
  assert.deepEqual(site.faults, []);
  await site.close();
});

async function contacts(): Promise<{ reference: string; partial: boolean; drafted: boolean }[]> {
  const owner = ownerOf(site);
  return owner<{ reference: string; partial: boolean; drafted: boolean }[]>`
    select reference, partial, true as drafted from contact order by received_at`.finally(() => owner.end());
}

async function filled(): Promise<FormClient> {
  const form = await startForm(site);
  await fillForm(form, professionalAnswers);
  return form;
}

describe("sending once", () => {
  for (const javaScript of [true, false]) {
    test(`two clicks make one contact, JavaScript ${javaScript ? "on" : "off"}`, async () => {
      const before = (await contacts()).length;
      const visitor = await givenAProfessionalAt(browser, site, "check", { javaScript });
      await visitor.page.getByRole("button", { name: "Send your referral" }).dblclick();
      await visitor.page.waitForURL(/\/sent$/);
      await thenTheyGetAReference(visitor.page);
      assert.equal((await contacts()).length, before + 1);
      await thenNothingWentWrong(visitor);
    });
  }

  test("twenty posts at once make one contact, and all of them lead to its receipt", async () => {
    const before = (await contacts()).length;
    const form = await filled();
    const key = await sendingKey(form);
    const answers = await Promise.all(Array.from({ length: 20 }, () => form.post("check", { key })));
    assert.deepEqual(
      [...new Set(answers.map(({ status, location }) => `${status} ${location}`))],
      [`303 /f/${form.draft}/sent`],
    );
    assert.equal((await contacts()).length, before + 1);
    const later = await form.post("check", { key });
    assert.equal(later.location, `/f/${form.draft}/sent`);
    assert.equal((await contacts()).length, before + 1);
  });

  test("refreshing, going back and old pages lead to the same receipt", async () => {
    const visitor = await givenAProfessionalAt(browser, site, "check");
    const { page } = visitor;
    const { draft } = placeIn(page);
    await page.getByRole("button", { name: "Send your referral" }).click();
    const first = await thenTheyGetAReference(page);
    await page.reload();
    assert.deepEqual(await thenTheyGetAReference(page), first);
    await page.goBack();
    assert.deepEqual(await thenTheyGetAReference(page), first);
    for (const place of ["1", "7", "check", "send", "stop"]) {
      await page.goto(`/f/${draft}/${place}`);
      if (place !== "stop") assert.deepEqual(await thenTheyGetAReference(page), first, place);
    }
    await thenNothingWentWrong(visitor);
  });

  test("a page that was still open in another tab cannot change what was sent", async () => {
    const form = await filled();
    const key = await sendingKey(form);
    await form.post("check", { key });
    const late = await form.post(placeOf("what-happened"), { account: "Something else" });
    assert.equal(late.location, `/f/${form.draft}/sent`);
    const removal = await form.post(placeOf("children"), { remove: "1" });
    assert.equal(removal.location, `/f/${form.draft}/sent`);
  });

  test("a key that was never given sends nothing", async () => {
    const before = (await contacts()).length;
    const form = await filled();
    for (const key of ["", "x", "0190d3f0-0000-7000-8000-000000000000"]) {
      const unprepared = await form.post("check", { key });
      assert.equal(unprepared.location, `/f/${form.draft}/check`);
    }
    await sendingKey(form);
    const wrong = await form.post("check", { key: "0190d3f0-0000-7000-8000-000000000000" });
    assert.equal(wrong.location, `/f/${form.draft}/check`);
    assert.equal((await contacts()).length, before);
  });
});

describe("somebody else's form", () => {
  test("is a page that does not exist, without the cookie and with another draft's", async () => {
    const [form, other] = await Promise.all([filled(), startForm(site)]);
    await sendingKey(form);
    const places = ["1", "4", "4/1", "7", "check", "send", "sent", "stop"];
    for (const cookie of [undefined, other.cookie, "draft=", "draft=x", `draft=${"A".repeat(43)}`]) {
      for (const place of places) {
        const path = `/f/${form.draft}/${place}`;
        const looked = await ask(site, path, { cookie });
        assert.equal(looked.status, 404, `${cookie} ${path}`);
        assert.ok(!looked.text.includes("Ashdown"));
        const asData = await ask(site, `${path}.data`, { cookie });
        assert.equal(asData.status, 404, `${cookie} ${path}.data`);
        if (place === "sent") continue;
        const posted = await ask(site, path, { cookie, form: bodyOf({ danger: "no", called999: "called" }) });
        assert.equal(posted.status, 404, `POST ${cookie} ${path}`);
      }
    }
  });

  test("the cookie goes to its own draft's pages only, and no script can read it", async () => {
    const begun = await ask(site, "/report/professional", { form: {} });
    const [set = ""] = begun.headers["set-cookie"] ?? [];
    const [, draft = ""] = /\/f\/([^/]+)\/1/.exec(begun.location ?? "") ?? [];
    assert.match(set, new RegExp(`; Path=/f/${draft}; HttpOnly; SameSite=Lax$`));
  });

  test("a draft that was not sent ends after its days", async () => {
    const form = await filled();
    const now = new Date();
    const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
    try {
      site.at(later(draftDays - 0.01));
      assert.equal((await form.get("check")).status, 200);
      site.at(later(draftDays + 0.01));
      for (const place of ["1", "7", "check", "send", "sent"]) {
        assert.equal((await form.get(place)).status, 404, place);
      }
      assert.equal((await form.post(placeOf("what-happened"), { account: "x" })).status, 404);
    } finally {
      site.at(null);
    }
  });
});

describe("an address that is ahead of the answers", () => {
  test("leads to the first page that is still to do", async () => {
    const form = await startForm(site);
    const ahead = ["2", "4", "4/1", "12", "check", "send", "sent"];
    for (const place of [...ahead, "stop"]) {
      assert.equal((await form.get(place)).location, `/f/${form.draft}/1`, place);
    }
    await fillForm(form, professionalAnswers, "where");
    for (const place of ["6", "7", "12", "check", "send", "sent"]) {
      assert.equal((await form.get(place)).location, `/f/${form.draft}/${placeOf("where")}`, place);
    }
    const posted = await form.post("12", { extras: "helpers" });
    assert.equal(posted.location, `/f/${form.draft}/${placeOf("where")}`);
    for (const place of ["1", "2", "3", "4", "4/1", "5"])
      assert.equal((await form.get(place)).status, 200, place);
  });

  test("a page that no form has does not exist", async () => {
    const form = await filled();
    for (const place of [
      "0",
      "16",
      "99",
      "-1",
      "1.5",
      "01",
      "1e1",
      "one",
      "7/1",
      "4/0",
      "4/9999999",
      "4/x",
      "7/x",
    ]) {
      assert.equal((await form.get(place)).status, 404, place);
      assert.equal((await form.post(place, {})).status, 404, place);
    }
  });

  test("an optional page that was not asked for leads back to the form", async () => {
    const form = await filled();
    for (const place of [placeOf("helpers"), placeOf("facts"), placeOf("facts", 1)]) {
      assert.equal((await form.get(place)).location, `/f/${form.draft}/check`, place);
    }
  });
});
