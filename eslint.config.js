import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/*
 * Only rules that catch what a reviewer would otherwise have to. Layout belongs to Prettier, unused exports
 * to knip, who imports what to dependency-cruiser.
 *
 * ESLint does not add up `no-restricted-syntax` lists: the last one that matches a file wins. So each list below
 * is whole, and the blocks are ordered from the general to the particular.
 */

const refuse = (selector, message) => ({ selector, message });

const always = [
  refuse(
    "MemberExpression[object.name='sql'][property.name='raw']",
    "Write sql`…`: raw() puts text into SQL as it is.",
  ),
  refuse(
    "CallExpression[callee.property.name='unsafe']",
    "Write sql`…`: unsafe() puts text into SQL as it is.",
  ),
  refuse("CallExpression[callee.property.name='waitForTimeout']", "Wait for a condition, never for time."),
  refuse("JSXAttribute[name.name='dangerouslySetInnerHTML']", "Text from people is escaped, always."),
  refuse(
    "JSXOpeningElement[name.name='ScrollRestoration'] > JSXAttribute[name.name='getKey']",
    "getKey writes a key into a script on the page (CVE-2026-21884).",
  ),
  refuse(
    "Literal[value=/^(script:ld|application.ld)[+]json$/]",
    "ld+json in meta has been a way to inject script (CVE-2025-59057).",
  ),
  refuse(
    "Identifier[name='createFileSessionStorage']",
    "File sessions allowed path traversal (CVE-2025-61686).",
  ),
];

const environment = refuse(
  "MemberExpression[object.name='process'][property.name='env']",
  "Only config.ts reads the environment.",
);

/** Time and chance are passed in, or a rule cannot be tested and a clock cannot be replayed. */
const clock = [
  refuse(
    "NewExpression[callee.name='Date'][arguments.length=0]",
    "Take `now` from the caller or the context.",
  ),
  refuse(
    "MemberExpression[object.name='Date'][property.name='now']",
    "Take `now` from the caller or the context.",
  ),
  refuse(
    "MemberExpression[object.name='Temporal'][property.name='Now']",
    "Take `now` from the caller or the context.",
  ),
  refuse("MemberExpression[object.name='Math'][property.name='random']", "Take ids from the context."),
];

/** Public wording lives in catalogues in domain/, where it has an audience, a language and a version. */
const wording = "Public pages hold no text of their own: take it from a catalogue in domain/.";
const spoken = "/^(title|aria-label|aria-description|placeholder|alt|label|legend|hint|heading|text)$/";
const publicMarkup = [
  refuse("JSXText[value=/\\p{L}/u]", wording),
  refuse(":matches(JSXElement, JSXFragment) > JSXExpressionContainer > Literal[value=/\\p{L}/u]", wording),
  refuse(
    ":matches(JSXElement, JSXFragment) > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > Literal[value=/\\p{L}/u]",
    wording,
  ),
  refuse(
    ":matches(JSXElement, JSXFragment) > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/\\p{L}/u]",
    wording,
  ),
  refuse(`JSXAttribute[name.name=${spoken}] > Literal[value=/^(?!h[1-6]$).*\\p{L}/su]`, wording),
  refuse(`JSXAttribute[name.name=${spoken}] > JSXExpressionContainer > Literal[value=/\\p{L}/u]`, wording),
  refuse(
    `JSXAttribute[name.name=${spoken}] > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/\\p{L}/u]`,
    wording,
  ),
  refuse(
    "FunctionDeclaration[id.name='meta'] Property[key.name='title'] > Literal[value=/\\p{L}/u]",
    wording,
  ),
];

const longest = (max) => ({ "max-lines": ["error", { max, skipBlankLines: false, skipComments: false }] });

export default defineConfig(
  globalIgnores(["build/", "coverage/", ".data/", ".cache/", "db/migrations/"]),
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      ...longest(300),
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-syntax": ["error", ...always, environment],
    },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-explicit-any": "error",
      // describe() and test() give promises that the runner itself waits for.
      "@typescript-eslint/no-floating-promises": [
        "error",
        {
          allowForKnownSafeCalls: [
            { from: "package", package: "node:test", name: ["test", "it", "describe", "suite"] },
          ],
        },
      ],
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/return-await": ["error", "error-handling-correctness-only"],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
    },
  },
  { files: ["app/routes/**"], rules: longest(150) },
  { files: ["services/**"], rules: longest(120) },
  {
    files: ["domain/**", "services/**", "emails/**"],
    // The two that give everyone else their clock and their ids.
    ignores: ["services/compose.ts", "services/new-id.ts"],
    rules: { "no-restricted-syntax": ["error", ...always, environment, ...clock] },
  },
  {
    files: [
      "app/routes/report/**",
      "app/routes/landing.tsx",
      "app/routes/help/**",
      "app/routes/system/**",
      "app/root.tsx",
      "app/components/questions/**",
      "app/components/govuk/**",
      "app/components/frame/{public-page,contact-block}.tsx",
      "app/components/{phone-link,problem-page,sentence}.tsx",
    ],
    rules: { "no-restricted-syntax": ["error", ...always, environment, ...publicMarkup] },
  },
  { files: ["config.ts", "config/environment.ts"], rules: { "no-restricted-syntax": ["error", ...always] } },
  {
    files: ["scripts/**", "tests/**", "*.config.{js,ts}"],
    rules: { "no-console": "off", "no-restricted-syntax": ["error", ...always] },
  },
);
