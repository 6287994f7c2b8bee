import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { assertAccessible, assertFits, type Visitor } from "./browser.ts";
import type { HtmlForm } from "./html-forms.ts";
import { assertRefused } from "./refused.ts";
import { ask, type Answer } from "./http-client.ts";

/** What a page looks like, without the words of one record: roles differ in the frame, records in what is between tags. */
function shapeOf(html: string): string {
  const main = /<main[^]*<\/main>/.exec(html)?.[0] ?? html;
  const tags = main.replace(/>[^<]+</g, "><").match(/<[a-z][a-z0-9]*(?:[^>]*? class="[^"]*")?/g) ?? [];
  // Ten rows of a list look like one.
  return createHash("sha256")
    .update([...new Set(tags)].sort().join("\n"))
    .digest("hex");
}

/**
 * Somebody who looks at many pages on one screen: reads each of them, and opens in the browser each that looks like none
 * that was opened before, because a page takes axe half a second.
 * @param secrets words that no title and no address may have
 */
export function lookingAt(site: { url: string }, { page, context }: Visitor, secrets: readonly string[]) {
  const looked = new Set<string>();

  async function isNew(at: string, { status, text }: Answer): Promise<boolean> {
    assert.ok(status < 500, `${at} answered ${status}`);
    const title = titleOf(text);
    const named = secrets.filter((name) => new RegExp(`\\b${name}\\b`).test(title + at));
    assert.deepEqual(named, [], `${at} has a name in its title or address: ${title}`);
    const shape = shapeOf(text);
    if ((status >= 300 && status < 400) || looked.has(shape)) return false;
    looked.add(shape);
    return true;
  }
  const enterAs = async (secret: string | undefined) => {
    await context.clearCookies();
    if (secret !== undefined) await context.addCookies([{ name: "session", value: secret, url: site.url }]);
  };
  const asking = (secret: string | undefined) =>
    secret === undefined ? {} : { cookie: `session=${secret}` };

  return {
    shapes: () => looked.size,

    /**
     * Reads a page as whoever has this session.
     * @param how "fit" leaves axe out: for pages that it has seen before, with other words in them
     */
    async look(address: string, secret: string | undefined, how?: "fit"): Promise<Answer> {
      const answer = await ask(site, address, asking(secret));
      if (!(await isNew(address, answer))) return answer;
      await enterAs(secret);
      await page.goto(address);
      await assertFits(page);
      if (how !== "fit") await assertAccessible(page);
      return answer;
    },

    /** Posts a form of a page as it is here, and looks at the answer as at any other page. */
    async post(
      { action }: Pick<HtmlForm, "action">,
      body: readonly (readonly [string, string])[],
      secret: string | undefined,
    ): Promise<Answer> {
      const form = new URLSearchParams(body.map(([name, value]) => [name, value]));
      const answer = await ask(site, action, { ...asking(secret), form });
      if (!(await isNew(action, answer))) return answer;
      await enterAs(secret);
      // A form has to come from the site itself.
      if (!page.url().startsWith(site.url)) await page.goto("/help/cookies");
      const arrived = page.waitForEvent("load");
      await page.evaluate(
        ({ action, body }) => {
          const sent = Object.assign(document.createElement("form"), { method: "post", action });
          for (const [name, value] of body)
            sent.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
          document.body.append(sent);
          sent.submit();
        },
        { action, body },
      );
      await arrived;
      if (answer.status === 400 || answer.status === 422) await assertRefused(page, page.url());
      await assertFits(page);
      await assertAccessible(page);
      return answer;
    },
  };
}

export type Looking = ReturnType<typeof lookingAt>;

export const titleOf = (html: string): string => /<title>([^<]*)</.exec(html)?.[1] ?? "";
