import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";

/** A selector with a slip in it refuses nothing and says nothing, so each is shown one thing that it must refuse. */

const eslint = new ESLint({
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

async function rulesBroken(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  assert.ok(result, `${filePath} is ignored by the linter`);
  return result.messages.map((message) => message.ruleId ?? `does not parse: ${message.message}`);
}

const page = (markup: string) => `export default function Page() {\n  return ${markup};\n}\n`;
const lines = (count: number) => "export {};\n" + "// one more\n".repeat(count - 1);

const syntax = "no-restricted-syntax";
const publicPage = "app/routes/report/question.tsx";

const refused: [what: string, filePath: string, code: string, rule: string][] = [
  ["raw SQL", "db/client.ts", "export const q = sql.raw(name);", syntax],
  ["unsafe SQL", "services/x.ts", "export const q = client.unsafe(name);", syntax],
  ["the environment in a service", "services/x.ts", "export const port = process.env.PORT;", syntax],
  ["the environment in a page", publicPage, "export const port = process.env.PORT;", syntax],
  ["waiting for time", "tests/e2e/x.test.ts", "await page.waitForTimeout(100);", syntax],
  ["unescaped HTML", "app/routes/hub/x.tsx", page("<p dangerouslySetInnerHTML={x} />"), syntax],
  ["scroll keys", "app/root.tsx", page("<ScrollRestoration getKey={k} />"), syntax],
  ["ld+json", "app/root.tsx", `export const meta = () => [{ "script:ld+json": x }];`, syntax],
  ["file sessions", "app/http/x.ts", `export { createFileSessionStorage } from "@remix-run/node";`, syntax],
  ["today's date in a rule", "domain/x.ts", "export const now = new Date();", syntax],
  ["the machine's clock in a service", "services/x.ts", "export const now = Date.now();", syntax],
  ["Temporal's clock in a rule", "domain/x.ts", "export const now = Temporal.Now.instant();", syntax],
  ["chance in a rule", "domain/x.ts", "export const id = Math.random();", syntax],
  ["console in the product", "services/x.ts", "console.log(1);", "no-console"],
  ["text that is run as code", "services/x.ts", "export const x = eval(typed);", "no-eval"],
  ["text that becomes a function", "services/x.ts", "export const x = new Function(typed);", "no-new-func"],
  ["any", "services/x.ts", "export const x: any = 1;", "@typescript-eslint/no-explicit-any"],
  [
    "switching the compiler off",
    "services/x.ts",
    "// @ts-ignore\nexport {};",
    "@typescript-eslint/ban-ts-comment",
  ],
  ["a file of 301 lines", "domain/x.ts", lines(301), "max-lines"],
  ["a route of 151 lines", "app/routes/hub/x.tsx", lines(151), "max-lines"],
  ["a service of 121 lines", "services/x.ts", lines(121), "max-lines"],
  ["words on a public page", publicPage, page("<p>Tell us</p>"), syntax],
  ["words in another script", publicPage, page("<p>ჩვენ</p>"), syntax],
  ["a string as a child", publicPage, page(`<p>{"Tell us"}</p>`), syntax],
  ["a choice of strings", publicPage, page(`<p>{late ? "Tonight" : wording.today}</p>`), syntax],
  ["a template as a child", publicPage, page("<p>{`Call ${phone}`}</p>"), syntax],
  ["a label", "app/components/questions/x.tsx", page(`<nav aria-label="Pages" />`), syntax],
  ["alternative text", "app/routes/landing.tsx", page(`<img alt="A phone" />`), syntax],
  ["a template as a title", "app/routes/help/x.tsx", page("<a title={`Call ${phone}`} />"), syntax],
  ["a component's words", publicPage, page(`<Button text="Continue" />`), syntax],
  ["a page title", publicPage, `export function meta() { return [{ title: "Report" }]; }`, syntax],
];

const allowed: [what: string, filePath: string, code: string][] = [
  ["the environment in config.ts", "config.ts", "export const port = process.env.PORT;"],
  ["console in a script", "scripts/start.mjs", "console.log(1);"],
  ["the clock where the context is made", "server.ts", "export const now = () => new Date();"],
  ["a date from a string in a rule", "domain/x.ts", "export const day = new Date(text);"],
  ["words on a staff page", "app/routes/hub/x.tsx", page(`<p title="Now">Next contact</p>`)],
  [
    "signs and class names on a public page",
    publicPage,
    page(`<p className="govuk-body">{name} · &nbsp;</p>`),
  ],
  ["the level of a heading", publicPage, page(`<Block heading="h2" />`)],
  ["wording from a catalogue", publicPage, page("<p>{wording.heading}</p>")],
  ["a file of 300 lines", "domain/x.ts", lines(300)],
];

describe("lint refuses", () => {
  for (const [what, filePath, code, rule] of refused) {
    test(what, async () => {
      const broken = await rulesBroken(filePath, code);
      assert.ok(broken.includes(rule), `${rule} did not complain; these did: ${broken.join(", ") || "none"}`);
    });
  }
});

describe("lint allows", () => {
  for (const [what, filePath, code] of allowed) {
    test(what, async () => {
      assert.deepEqual(await rulesBroken(filePath, code), []);
    });
  }
});
