import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { renderToStaticMarkup } from "react-dom/server";
import { markup } from "../../support/markup.ts";
import { fields } from "../../support/design-system/fields.ts";
import type { Options } from "../../support/design-system/options.ts";
import { pages } from "../../support/design-system/pages.ts";

type Fixture = { name: string; options: Options; html: string };

const require = createRequire(import.meta.url);
const fixturesOf = (component: string): Fixture[] => {
  const file = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  return (JSON.parse(readFileSync(file, "utf8")) as { fixtures: Fixture[] }).fixtures;
};

/** The names of all options of a fixture, dotted; lists are looked through. */
function optionNames(options: unknown, prefix = ""): string[] {
  if (Array.isArray(options)) return options.flatMap((each) => optionNames(each, prefix));
  if (typeof options !== "object" || options === null) return [];
  return Object.entries(options).flatMap(([name, value]) => [
    `${prefix}${name}`,
    ...optionNames(value, `${prefix}${name}.`),
  ]);
}

/**
 * What we leave out on purpose: what a choice reveals opens by style and not by script, so it carries neither the class
 * nor the attribute that a script would use.
 */
const withoutReveal = (html: string) =>
  html
    .replace(/ data-aria-controls="[^"]*"/g, "")
    .replace(/ govuk-(?:radios|checkboxes)__conditional--hidden/g, "");

describe("our components are the Design System's", () => {
  for (const [component, { takes, make, least, asOurs = (html: string) => html }] of Object.entries({
    ...fields,
    ...pages,
  })) {
    test(component, () => {
      const known = new Set(takes);
      // Templates skip what is false in a list; our types do not let it in.
      const fixtures = fixturesOf(component).filter(
        ({ name, options }) =>
          !name.includes("falsy") && optionNames(options).every((option) => known.has(option)),
      );
      for (const { name, options, html } of fixtures) {
        const element = make(options);
        if (element === null) continue;
        assert.deepEqual(
          markup(renderToStaticMarkup(element)),
          markup(asOurs(withoutReveal(html), options)),
          `${component}: ${name}`,
        );
      }
      assert.ok(
        fixtures.length >= least,
        `only ${String(fixtures.length)} of ${component}'s fixtures were compared`,
      );
    });
  }
});
