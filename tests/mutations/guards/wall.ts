import { mutationsOf, type Mutation } from "../mutation.ts";

const wall = "tests/routes/wall.test.ts";
const gateTest = "tests/app/http/gate.test.ts";
const formTest = "tests/app/http/form.test.ts";
const everyAnswer = "has the headers of the wall and is kept by nobody";
const forged = (what: string) => `${what} changes nothing, on a page or off one`;

const sameOrigin = "return headers.origin === site;";
const sameSite = `return headers["sec-fetch-site"] === "same-origin";`;

export const atTheWall: readonly Mutation[] = [
  ...mutationsOf(
    {
      guard: "secrets",
      file: "config/plain-connections.ts",
      test: "tests/config/plain-connections.test.ts",
    },
    [
      [
        "a database elsewhere is reached without TLS",
        "if (open.length === 0 || isVerified(url)) return [];",
        "if (open.length === 0 || url) return [];",
        "postgres://app:secret@db.internal:5432/front_door is refused, with what to write and no secret",
      ],
    ],
  ),
  ...mutationsOf({ guard: "cross-site posts", file: "app/http/gate.ts", test: wall }, [
    ["any origin will do", sameOrigin, "return true;", forged("from another site")],
    [
      "none will do",
      sameSite,
      `return ["same-origin", undefined].includes(headers["sec-fetch-site"]);`,
      forged("that does not say where it comes from"),
    ],
    [
      "the scheme is not compared",
      sameOrigin,
      `return headers.origin.replace(/^\\w+/, "") === site.replace(/^\\w+/, "");`,
      forged("from our own name without https"),
    ],
    [
      "the port is not compared",
      sameOrigin,
      `return headers.origin.replace(/:\\d+$/, "") === site;`,
      forged("from our own name on another port"),
    ],
    [
      "a host that was forwarded counts as ours",
      sameOrigin,
      `return [site, \`https://\${String(headers["x-forwarded-host"])}\`].includes(headers.origin);`,
      forged("that claims another host"),
    ],
    [
      "a hidden origin will do",
      sameSite,
      `return headers.origin === "null" || headers["sec-fetch-site"] === "same-origin";`,
      forged("from a page that hides where it is"),
    ],
    [
      "another method comes in unasked",
      `if (!["GET", "HEAD", "POST"].includes(method))`,
      `if (!["GET", "HEAD", "POST", "PUT"].includes(method))`,
      forged("by another method"),
    ],
    [
      "only pages are asked, not what is off them",
      `if (method === "POST" && !isFromHere`,
      `if (method === "POST" && !path.includes(".data") && !isFromHere`,
      forged("from another site"),
    ],
  ]),
  ...mutationsOf({ guard: "cross-site posts", file: "app/http/gate.ts", test: gateTest }, [
    [
      "a machine may bring a cookie",
      "    headers.cookie === undefined &&\n",
      "",
      "a machine with a key may post without an origin, to the machines' addresses only and without a cookie",
    ],
    [
      "any host is ours",
      "siteOf(host) ?? (probed ? origin : null)",
      "siteOf(host) ?? origin",
      "Host “evil.example” is answered 421",
    ],
    [
      "anybody may say where they come from",
      "if (!isProxy(peer)) return peer;",
      "",
      "what a proxy says is believed from a proxy only",
    ],
  ]),
  ...mutationsOf({ guard: "open redirect", file: "app/http/own-path.ts", test: formTest }, [
    ["two slashes after resolving", ` && !pathname.startsWith("//")`, "", `"/.//evil.example" leads nowhere`],
    [
      "what is escaped",
      ` && !/%(?:0[0-9a-f]|5c|2f)/i.test(pathname)`,
      "",
      `"/%09/evil.example" leads nowhere`,
    ],
    [
      "whatever it is",
      "if (next === null ||",
      "if (next !== null) return next;\n  if (next === null ||",
      `"https://evil.example" leads nowhere`,
    ],
  ]),
  ...mutationsOf(
    { guard: "open redirect", file: "app/http/prove-post.ts", test: "tests/routes/sessions.test.ts" },
    [
      [
        "after unlocking, anywhere",
        `next: ownPath(typed.get("next"))`,
        `next: typed.get("next")`,
        "leads nowhere else than on our own site",
      ],
    ],
  ),
  ...mutationsOf(
    { guard: "open redirect", file: "app/http/enter.ts", test: "tests/routes/bad-input/hub.test.ts" },
    [
      [
        "after signing in, anywhere",
        "ownPath(next) ?? homeFor",
        "next ?? homeFor",
        "in an address: a search, a filter, and where to go after signing in",
      ],
    ],
  ),
  ...mutationsOf({ guard: "body limits", file: "app/http/body.ts", test: wall }, [
    [
      "a length that is told",
      `if (Number(request.headers["content-length"] ?? 0) > bytesAtMost) return null;`,
      "",
      "a body of 11 MB is refused unread, whether its length is told or not",
    ],
    [
      "a length that is not told",
      "if (bytes > bytesAtMost) return null;",
      "",
      "a body of 11 MB is refused unread, whether its length is told or not",
    ],
  ]),
  ...mutationsOf({ guard: "body limits", file: "app/http/form.ts", test: formTest }, [
    [
      "how many fields",
      "if (pairs > pairsAtMost) throw",
      "if (pairs < 0) throw",
      "another kind of body, or too many fields, is refused at once",
    ],
    [
      "which kind of body",
      `if (kind !== "application/x-www-form-urlencoded") throw`,
      `if (kind === "") throw`,
      "another kind of body, or too many fields, is refused at once",
    ],
  ]),
  ...mutationsOf({ guard: "body limits", file: "app/http/web-server.ts", test: wall }, [
    [
      "how long headers may take",
      "headersTimeout: waits.headersMs,",
      "headersTimeout: 15_000,",
      "loses its connection, and nobody else waits",
      ["setTimeout(() => plainly(response, 408), waits.requestMs)", "undefined"],
    ],
  ]),
  ...mutationsOf({ guard: "no-store", file: "app/http/web-server.ts", test: wall }, [
    [
      "what the pages answer",
      `if (!response.hasHeader("cache-control")) response.setHeader("Cache-Control", "no-store");`,
      "",
      everyAnswer,
    ],
    [
      "what is refused",
      `  "Cache-Control": "no-store",\n  // What was refused`,
      "  // What was refused",
      everyAnswer,
    ],
  ]),
  ...mutationsOf({ guard: "content security policy", file: "app/http/headers.ts", test: wall }, [
    ["any script of ours", "script-src 'nonce-", "script-src 'self' 'nonce-", everyAnswer],
    ["a base address", `      "base-uri 'none'",\n`, "", everyAnswer],
    ["a frame around it", `      "frame-ancestors 'none'",\n`, "", everyAnswer],
    ["https for a minute", "max-age=63072000", "max-age=60", everyAnswer],
  ]),
  ...mutationsOf({ guard: "content security policy", file: "app/http/web-server.ts", test: wall }, [
    [
      "one nonce for ever",
      `const nonce = randomBytes(16).toString("base64");`,
      `const nonce = Buffer.alloc(16).toString("base64");`,
      everyAnswer,
    ],
  ]),
  ...mutationsOf({ guard: "rate limits", file: "app/http/line.ts", test: "tests/app/http/line.test.ts" }, [
    [
      "networks are not served in turns",
      "if (lines.delete(network)) lines.set(network, line);",
      "",
      "serves networks in turns, so that a flood from one is one turn for another",
    ],
  ]),
  ...mutationsOf(
    { guard: "rate limits", file: "app/http/web-server.ts", test: "tests/routes/crowd.test.ts" },
    [
      [
        "nobody is sent away",
        "if (line !== null && isFull(line, network)) return sendAway(response);",
        "",
        "wait in line, leave it, or are sent away with the phone numbers; nothing is sent twice",
      ],
    ],
  ),
  ...mutationsOf({ guard: "mail", file: "emails/transport.ts", test: "tests/emails/transport.test.ts" }, [
    [
      "mail may go unencrypted",
      "requireTLS: !secure && !isLoopback(host),",
      "requireTLS: false,",
      "a server elsewhere that offers none is told nothing",
    ],
    [
      "any text is an address",
      "const address = oneAddress(to);",
      "const address = to as string | null;",
      `"hub@council.gov.uk, evil@evil.test"`,
    ],
  ]),
];
