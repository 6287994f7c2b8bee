import assert from "node:assert/strict";
import type { Page } from "playwright";

/**
 * A page that was refused says so in its title, at its top and beside each field; each line leads to a field, and whoever
 * hears the field, or the group that it is in, hears what the line said. What no field can mend leads to the message.
 */
export async function assertRefused(page: Page, what: string): Promise<void> {
  assert.match(await page.title(), /^Error: /, what);
  // No function in here has a name: the loader that runs the tests would call a helper of its own for it.
  const { summaries, lines } = await page.evaluate(() => ({
    summaries: document.querySelectorAll(".govuk-error-summary").length,
    lines: [...document.querySelectorAll(".govuk-error-summary li")].map((line) => {
      const words = (line.textContent ?? "").trim();
      const href = line.querySelector("a")?.getAttribute("href") ?? "";
      const named = [...document.querySelectorAll("[id]")].filter(({ id }) => `#${id}` === href);
      const [field] = named;
      const heard = [field, field?.closest("[role=group]"), field?.closest("fieldset")]
        .flatMap((element) => element?.getAttribute("aria-describedby")?.split(/\s+/) ?? [])
        .map((id) => document.getElementById(id)?.textContent ?? "");
      const isMessage = field?.classList.contains("govuk-error-message") === true;
      return {
        ...{ words, href, count: named.length, tag: isMessage ? "message" : field?.tagName },
        heard: (isMessage ? [field.textContent ?? ""] : heard).some((said) => said.includes(words)),
      };
    }),
  }));
  assert.equal(summaries, 1, what);
  assert.ok(lines.length > 0, what);
  for (const { words, href, count, tag, heard } of lines) {
    const told = `${what}: “${words}” leads to “${href}”`;
    assert.equal(count, 1, told);
    assert.match(tag ?? "", /^(INPUT|TEXTAREA|SELECT|message)$/, told);
    assert.ok(heard, `${told}, where nobody hears it`);
  }
}
