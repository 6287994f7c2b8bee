import { codeMinutes, codeTries } from "#domain/sign-in";
import { mutationsOf, type Mutation } from "../mutation.ts";

const sessions = "tests/services/accounts/sessions.test.ts";
const pages = "tests/routes/sessions.test.ts";
const local = "tests/services/accounts/local-accounts.test.ts";
const enumeration = "tests/routes/enumeration.test.ts";
const answers = "tests/routes/provider-answers.test.ts";
const emailed = `works once, for ${codeMinutes} minutes, for ${codeTries} tries, and only in the browser that asked`;

export const ofAccounts: readonly Mutation[] = [
  ...mutationsOf({ guard: "sessions", file: "app/http/enter.ts", test: pages }, [
    [
      "the session that a browser brought lives on",
      "if (brought !== null) await",
      `if (brought === "") await`,
      "a cookie from before signing in is dead afterwards, planted or real",
    ],
  ]),
  ...mutationsOf({ guard: "sessions", file: "services/accounts/renew-session.ts", test: sessions }, [
    [
      "a session that was ended can be renewed",
      ", isNull(session.endedAt)",
      "",
      "cannot be renewed once it was ended, nor by somebody else",
    ],
    [
      "somebody else's session can be renewed",
      ", eq(session.staffId, actor.id)",
      "",
      "cannot be renewed once it was ended, nor by somebody else",
    ],
  ]),
  ...mutationsOf({ guard: "sessions", file: "services/accounts/find-session.ts", test: sessions }, [
    [
      "a leaver stays",
      "and(eq(staff.id, session.staffId), eq(staff.active, true))",
      "eq(staff.id, session.staffId)",
      "is dead at the next request once its person has left, or their organisation",
    ],
    [
      "people of an organisation that has left stay",
      ", eq(organisation.active, true)",
      "",
      "is dead at the next request once its person has left, or their organisation",
    ],
    [
      "a session that was ended lives on",
      ", isNull(session.endedAt)",
      "",
      "are my own alone, with this one marked; each can be ended, or all others",
    ],
  ]),
  ...mutationsOf({ guard: "sessions", file: "domain/session.ts", test: sessions }, [
    [
      "no lock when nobody is there",
      " || idleMs >= limits.lockMinutes * 60_000 ?",
      " ?",
      "locks after fifteen minutes without a request, and asking does not keep it alive",
    ],
    ["no end of the day", "now >= times.expiresAt || ", "", "ends after eight hours however much it is used"],
    [
      "other roles without a lock",
      " || rolesChanged ||",
      " ||",
      "locks when a role is given or taken, and has the new roles at once",
    ],
  ]),
  ...mutationsOf({ guard: "sessions", file: "services/accounts/read-session.ts", test: sessions }, [
    [
      "asking keeps a locked session alive",
      `if (state === "open" && !quiet && unit.now`,
      "if (!quiet && unit.now",
      "locks after fifteen minutes without a request, and asking does not keep it alive",
    ],
  ]),
  ...mutationsOf({ guard: "sessions", file: "services/accounts/end-my-sessions.ts", test: sessions }, [
    [
      "somebody else's session can be ended",
      "        eq(session.staffId, actor.id),\n",
      "",
      "are my own alone, with this one marked; each can be ended, or all others",
    ],
  ]),
  ...mutationsOf(
    {
      guard: "sessions",
      file: "services/accounts/start-recovery.ts",
      test: "tests/services/accounts/recovery.test.ts",
    },
    [
      [
        "a recovery of one's own",
        `if (isMe) throw new Invalid({ recovery: "Another administrator has to start this for you" });`,
        "",
        "is started by another administrator, and for accounts of ours only",
      ],
    ],
  ),
  ...mutationsOf(
    {
      guard: "rate limits",
      file: "services/accounts/password-hash.ts",
      test: "tests/services/accounts/password-hash.test.ts",
    },
    [
      [
        "as many passwords at once as come",
        "if (running >= atOnce) {",
        "if (running < 0) {",
        "is checked two at a time, and whoever comes when a hundred wait is told so at once",
      ],
    ],
  ),
  ...mutationsOf({ guard: "sessions", file: "domain/session.ts", test: pages }, [
    [
      "every proof is fresh",
      "now.getTime() - provedAt.getTime() < stepUpMinutes * 60_000",
      "now >= provedAt",
      "needs a proof that is minutes old, and gives the session another secret",
    ],
  ]),
  ...mutationsOf({ guard: "sessions", file: "app/http/guard.ts", test: pages }, [
    [
      "a locked screen opens",
      `if (access !== "session" && known.state === "locked")`,
      `if (access === "public" && known.state === "locked")`,
      "opens nothing until it is unlocked, and then with another secret",
    ],
    [
      "a kept form is carried out",
      "restoring && isPost ? { ...context, showingKeptForm: true } : context",
      "context",
      "over the lock: comes back in its page after unlocking, and is saved only when it is sent again",
    ],
  ]),
  ...mutationsOf({ guard: "sessions", file: "app/http/session.ts", test: "tests/app/http/session.test.ts" }, [
    [
      "scripts read the cookie",
      '=${secret}; Path=/; HttpOnly; SameSite=Lax${isSecure(context) ? "; Secure" : ""}`;\n\n/** The Set-Cookie value that ends',
      '=${secret}; Path=/; SameSite=Lax${isSecure(context) ? "; Secure" : ""}`;\n\n/** The Set-Cookie value that ends',
      "no script reads them, and no other site's form brings them along",
    ],
    [
      "the cookie has no prefix",
      `"__Host-session" : "session"`,
      `"session" : "session"`,
      "over https each cookie is Secure and carries a prefix that browsers hold it to",
    ],
  ]),
  ...mutationsOf({ guard: "enumeration", file: "services/accounts/sign-in-password.ts", test: enumeration }, [
    [
      "the words say who has an account",
      `email: "Check your email address and your password"`,
      `email: account ? "Check your password" : "Check your email address"`,
      "from what a page answers, in its text, its headers or its cookies",
    ],
    [
      "only who has an account is limited",
      "if (until) throw",
      "if (until && account) throw",
      "from the limits: they come after as many tries for one as for another",
    ],
  ]),
  ...mutationsOf({ guard: "enumeration", file: "services/accounts/password-hash.ts", test: enumeration }, [
    [
      "nothing is compared where there is nothing",
      "const compared = stored ?? (await nobodys);",
      "if (stored === null) return false;\n  const compared = stored;",
      "from how long a refused sign-in takes",
    ],
  ]),
  ...mutationsOf({ guard: "enumeration", file: "app/http/refused-entry.ts", test: enumeration }, [
    [
      "an answer comes when it is ready",
      "    await least;",
      "    void least;",
      "from how long asking for a code takes, in which only one of them is sent an email",
    ],
  ]),
  ...mutationsOf({ guard: "rate limits", file: "services/limits/spend-attempts.ts", test: local }, [
    [
      "attempts are counted and never too many",
      "row.count <= spend.limit",
      "row.count <= spend.limit * 1_000",
      "stop for an account after ten, wherever they come from; its own browser goes on",
    ],
    [
      "only the last key counts",
      "return blocked.length === 0 ? null",
      "return blocked.length < spends.length ? null",
      "stop for a network, whoever they are for, and side by side no more than the limit is tried",
    ],
  ]),
  ...mutationsOf({ guard: "rate limits", file: "services/accounts/sign-in-app.ts", test: local }, [
    [
      "codes of an app are tried for ever",
      "if (until) throw new TooManyAttempts(until);",
      "",
      "can be tried five times, then a quarter of an hour passes",
    ],
  ]),
  ...mutationsOf({ guard: "rate limits", file: "services/accounts/enter-code.ts", test: local }, [
    ["emailed codes are tried for ever", "        lt(emailCode.tries, codeTries),\n", "", emailed],
    [
      "an emailed code works twice",
      "        isNull(emailCode.usedAt),\n",
      "",
      emailed,
      [' &&\n      (await takeFlow(unit, flow, "join"))', ""],
    ],
    ["an emailed code never ends", "        gt(emailCode.expiresAt, unit.now),\n", "", emailed],
  ]),
  ...mutationsOf({ guard: "rate limits", file: "services/accounts/app-codes.ts", test: local }, [
    [
      "a code of an app works twice",
      ", lt(authenticatorApp.lastStep, found.timeStep)",
      "",
      "works once, also when it comes twice at the same moment",
    ],
  ]),
  ...mutationsOf({ guard: "sign-in elsewhere", file: "services/accounts/provider.ts", test: answers }, [
    [
      "any state will do",
      `expectedState: flowValue(flow, "state"),`,
      "expectedState: oidc.skipStateCheck,",
      "another state",
    ],
    [
      "signatures are not checked",
      "oidc.enableNonRepudiationChecks,",
      "",
      "a token that somebody wrote over, or that is signed by nobody",
    ],
  ]),
  ...mutationsOf(
    {
      guard: "sign-in elsewhere",
      file: "services/accounts/sign-in-provider.ts",
      test: "tests/routes/provider.test.ts",
    },
    [
      [
        "one factor is enough",
        `if (!saysTwoFactors(settings.mfa, claims.acr, claims.amr)) return { why: "one-factor" };`,
        "",
        "somebody with one factor, where two are asked for",
      ],
      [
        "whoever has left comes back",
        `if (!active) return { why: "left", staffId };`,
        "",
        "somebody whose account here was ended",
      ],
    ],
  ),
];
