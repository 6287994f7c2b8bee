import { codeMinutes, codeTries } from "#domain/sign-in";
import { mutationsOf, type Mutation } from "../mutation.ts";

const password = "tests/services/accounts/change-password.test.ts";
const rotation = "tests/services/sealing/lookup-rotation.test.ts";
const answers = "tests/routes/provider-answers.test.ts";
const ownPage = "begins on our own page; a link of anybody else's leads there";
const changed = "has the new one from then on, is signed out everywhere else, and hears of it by email";
const anyMoment = "a contact that arrives at any moment of it finds those before, and they it";

/** Passwords, codes and keys, and by whom and where they are used. */
export const ofSecrets: readonly Mutation[] = [
  ...mutationsOf({ guard: "secrets", file: "services/accounts/change-password.ts", test: password }, [
    [
      "a password is changed without the one before",
      "const right = await isPassword(hash, typed.current);",
      `const right = hash !== "";`,
      "keeps the old one when anything is wrong, and is told all of it at once",
    ],
    [
      "the old password is tried for ever",
      "  if (until) throw new TooManyAttempts(until);\n",
      "",
      "can try five times, also five at once, and not find the old one out",
    ],
    ["two at once both change it", ", eq(staffPassword.hash, hash)", "", "changes it once of two at once"],
    ["other sessions outlive a password", `    await endMine(unit, actor, "all-others");\n`, "", changed],
    ["a sign-in begun with the old password goes on", "    await endBegun(unit, actor.id);\n", "", changed],
  ]),
  ...mutationsOf(
    {
      guard: "secrets",
      file: "services/accounts/enter-code.ts",
      test: "tests/services/accounts/local-accounts.test.ts",
    },
    [
      [
        "a code is taken in another browser than asked for it",
        "        eq(emailCode.id, askedBy),\n",
        "",
        `works once, for ${codeMinutes} minutes, for ${codeTries} tries, and only in the browser that asked`,
      ],
    ],
  ),
  ...mutationsOf({ guard: "rate limits", file: "services/accounts/provider-refusal.ts", test: answers }, [
    [
      "whoever comes back from nowhere fills the audit trail",
      "if (!isTooMany)",
      "if (why)",
      "who comes back from nowhere without end is refused, and does not fill the audit trail",
    ],
  ]),
  ...mutationsOf({ guard: "rate limits", file: "services/limits/spend-attempts.ts", test: answers }, [
    [
      "each attempt over a limit is recorded",
      "if (row.count === spend.limit + 1)",
      "if (row.count > spend.limit)",
      "who comes back from nowhere without end is refused, and does not fill the audit trail",
    ],
  ]),
  ...mutationsOf({ guard: "sign-in elsewhere", file: "app/http/own-page.ts", test: answers }, [
    ["another site's link begins a sign-in", `return site === "same-origin";`, "return true;", ownPage],
    [
      "a link that says nothing begins a sign-in",
      "return URL.canParse(page) && new URL(page).origin === new URL(request.url).origin;",
      `return page !== "-";`,
      ownPage,
    ],
  ]),
  ...mutationsOf({ guard: "secrets", file: "services/contacts/find-candidates.ts", test: rotation }, [
    [
      "an earlier contact is missed while the lookup key changes",
      ".flatMap((key) => wantedKeys(unit.context.keys, key));",
      ".map((key) => storedKey(unit.context.keys, key));",
      anyMoment,
      ["import { wantedKeys }", "import { storedKey }"],
    ],
  ]),
  ...mutationsOf({ guard: "restricted", file: "services/restricted/may-match.ts", test: rotation }, [
    [
      "a restricted person is missed while the lookup key changes",
      ".flatMap((key) => wantedKeys(unit.context.keys, key));",
      ".map((key) => storedKey(unit.context.keys, key));",
      "a restricted person is found before, while and after",
      ["import { wantedKeys }", "import { storedKey }"],
    ],
  ]),
  ...mutationsOf({ guard: "secrets", file: "db/migrations/0018_lookup_key_versions.sql", test: rotation }, [
    [
      "what an erased child was found by comes back",
      " AND wrapped IS NOT NULL FOR SHARE SKIP LOCKED;",
      ";",
      "nothing comes back of whoever was erased",
    ],
    [
      "a plain value can be put where hashes are",
      "WHERE one !~ '^([0-9]{1,4}:)?[0-9a-f]{64}$'",
      "WHERE false",
      "the application changes what a child is found by in no other way, and to no plain value",
    ],
  ]),
];
