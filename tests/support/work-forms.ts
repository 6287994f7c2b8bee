import assert from "node:assert/strict";
import type { Answer } from "./http-client.ts";

/** The fields of one form as the page offers them to a browser without JavaScript; text as it was typed. */
export function formIn(page: Answer, name: string, workId: string): Record<string, string> {
  const start = page.text.indexOf(`id="${name}-${workId}-form"`);
  assert.ok(start > 0, `${name} is not on the page (${page.status})`);
  const form = page.text.slice(start, page.text.indexOf("</form>", start));
  assert.ok(!/ checked=/.test(form), "nothing is chosen beforehand");
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, key, value]) => [
      key ?? "",
      value ?? "",
    ]),
  );
}

/** Every line of the error summary leads to something on the page. */
export function summaryLeads({ text }: Answer) {
  const summary = /govuk-error-summary__list">(.*?)<\/ul>/s.exec(text)?.[1] ?? "";
  const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? "");
  assert.ok(targets.length > 0, "an error summary");
  assert.deepEqual(
    targets.filter((id) => !text.includes(` id="${id}"`)),
    [],
    "lines that lead nowhere",
  );
  assert.match(text, /<title>Error: /);
}
