import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask } from "../support/http-client.ts";
import { startSite, type Site } from "../support/site.ts";

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

for (const page of ["/", "/help/talk", "/help/add"])
  test(`somebody who works with children finds what they sent, and advice, from ${page}`, async () => {
    const { text } = await ask(site, page);
    assert.match(text, /href="\/track"[^>]*>open what you sent</);
    assert.match(text, /href="\/help\/call-back"[^>]*>ask for advice first</);
  });
