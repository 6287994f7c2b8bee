import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startForm } from "../support/form-client.ts";
import { ask } from "../support/http-client.ts";
import { startSite, type Site } from "../support/site.ts";

/** What stays behind in a browser, or is found by pressing Back. */
let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const subject = /child|worried|form|protect|danger|safe|family|hurt/i;
const titleIn = (text: string) => /<title>([^<]*)</.exec(text)?.[1] ?? "";

describe("somebody who may be watched", () => {
  for (const start of ["/report/public", "/help/family", "/help/young-person"])
    test(`leaves no subject in the history after ${start}`, async () => {
      const first = titleIn((await ask(site, start)).text);
      assert.match(first, /^Start – /);
      assert.doesNotMatch(first, subject);
      const form = await startForm(site, start);
      const page = await form.get("1");
      assert.match(titleIn(page.text), /^Page 1 – /);
      assert.doesNotMatch(titleIn(page.text), subject);
      const wrong = await form.post("1", {});
      assert.match(titleIn(wrong.text), /^Error: Page 1 – /);
    });

  test("is not told of by the page that Back leads to", async () => {
    const form = await startForm(site, "/help/family");
    for (const place of ["/1", "/check", "/sent"]) {
      const { status, text } = await ask(site, `/f/${form.draft}${place}`);
      assert.equal(status, 404, place);
      assert.match(text, /This page is not here/);
      assert.doesNotMatch(
        text.replace(/<link[^>]*>|<script[^>]*>.*?<\/script>|class="[^"]*"/gs, ""),
        subject,
        place,
      );
    }
  });

  test("is not told of either while this browser has another form, or one whose time is over", async () => {
    const [form, other] = [await startForm(site, "/help/family"), await startForm(site, "/report/public")];
    const { draft } = form;
    for (const cookie of [other.cookie, `draft=${"x".repeat(43)}`]) {
      const { status, text } = await ask(site, `/f/${draft}/1`, { cookie });
      assert.equal(status, 404);
      assert.match(text, /This page is not here/);
      assert.ok(!text.includes('href="/track"'));
    }
    // Somebody gave an address at work here, and has not left fast since: theirs may be on their list.
    const known = await ask(site, `/f/${draft}/1`, { cookie: `sender=${"x".repeat(43)}` });
    assert.match(known.text, /This page is not here/);
    assert.ok(known.text.includes('href="/track"'));
    const left = await ask(site, "/exit", { cookie: `sender=${"x".repeat(43)}` });
    assert.ok(left.headers["set-cookie"]?.some((one) => /^sender=;.*Max-Age=0/.test(one)));
  });

  test("is told apart from somebody at work, whose titles name the question", async () => {
    const form = await startForm(site);
    assert.match(titleIn((await form.get("1")).text), /^Is a child in danger right now\? – /);
  });
});
