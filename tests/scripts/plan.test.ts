import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { checkNode } from "../../scripts/install.mjs";
import { environments, readPlan } from "../../scripts/plan.mjs";

const database = "postgres://someone:secret@db:5432/front_door";

describe("what npm start starts", () => {
  const table: [string, Record<string, string>, Partial<ReturnType<typeof readPlan>>][] = [
    [
      "nothing given: a demonstration with its own database",
      {},
      { embedded: true, demo: true, port: 3000, portGiven: false },
    ],
    ["its own database, for real", { DEMO: "0" }, { embedded: true, demo: false }],
    [
      "the owner's login",
      { DATABASE_OWNER_URL: database },
      { embedded: false, demo: false, owner: database },
    ],
    ["one login", { DATABASE_URL: database }, { embedded: false, demo: false, owner: undefined, database }],
    ["a demonstration elsewhere", { DATABASE_URL: database, DEMO: "1" }, { embedded: false, demo: true }],
    ["a port", { PORT: "8080" }, { port: 8080, portGiven: true }],
    [
      "empty is unset",
      { PORT: "", DATABASE_URL: "", DATA_DIR: "" },
      { port: 3000, portGiven: false, embedded: true },
    ],
    ["another folder", { DATA_DIR: "/srv/front-door" }, { dataDir: "/srv/front-door" }],
    [
      "live with a database",
      { NODE_ENV: "production", DATABASE_OWNER_URL: database },
      { demo: false, embedded: false },
    ],
  ];
  for (const [name, env, expected] of table) {
    test(name, () => {
      const plan = readPlan(env);
      const found = Object.fromEntries(
        Object.keys(expected).map((key) => [key, plan[key as keyof typeof plan]]),
      );
      assert.deepEqual(found, expected);
    });
  }

  test("refuses a demonstration where a live service was meant, and a port that is none", () => {
    assert.throws(() => readPlan({ NODE_ENV: "production" }), /live service needs a database/);
    assert.throws(
      () => readPlan({ NODE_ENV: "production", DEMO: "1", DATABASE_URL: database }),
      /anybody sign in/,
    );
    for (const PORT of ["0", "65536", "web", "-1", "80.5"])
      assert.throws(() => readPlan({ PORT }), /no port number/, PORT);
  });
});

describe("what each process is told", () => {
  const given = {
    DATABASE_OWNER_URL: database,
    DATABASE_QUEUE_URL: "theirs",
    SEAL_KEYS: "theirs",
    PATH: "/usr/bin",
    LOG_LEVEL: "warn",
    SMTP_URL: "theirs",
  };
  const found = {
    port: 3001,
    logins: { app: "app", queue: "queue", sequencer: "sequencer" },
    keys: { SEAL_KEYS: "seal", LOOKUP_KEY: "lookup", AUDIT_KEY: "audit" },
    smtpUrl: "smtp://127.0.0.1:10025",
  };

  test("nobody gets the owner's login, and web gets the app's alone", () => {
    const { web, worker } = environments(given, readPlan(given), found);
    assert.deepEqual(
      [web["DATABASE_URL"], web["DATABASE_QUEUE_URL"], web["DATABASE_SEQUENCER_URL"]],
      ["app", undefined, undefined],
    );
    assert.deepEqual(
      [worker["DATABASE_URL"], worker["DATABASE_QUEUE_URL"], worker["DATABASE_SEQUENCER_URL"]],
      ["app", "queue", "sequencer"],
    );
    assert.deepEqual([web["SMTP_URL"], worker["SMTP_URL"]], [undefined, found.smtpUrl]);
    for (const env of [web, worker]) {
      assert.ok(!Object.values(env).includes(database));
      assert.deepEqual([env["SEAL_KEYS"], env["PATH"], env["LOG_LEVEL"]], ["seal", "/usr/bin", "warn"]);
      assert.deepEqual([env["PORT"], env["ORIGIN"]], ["3001", "http://localhost:3001"]);
    }
  });
  test("a demonstration keeps its mail, and a live service does not", () => {
    const demo = environments({ DATA_DIR: "/srv/demo" }, readPlan({ DATA_DIR: "/srv/demo" }), found).web;
    assert.deepEqual([demo["DEMO"], demo["MAILBOX_DIR"]], ["1", join("/srv/demo", "mailbox")]);
    const live = environments(given, readPlan(given), found).web;
    assert.deepEqual([live["DEMO"], live["MAILBOX_DIR"]], [undefined, undefined]);
  });
});

test("an old Node is told which one is needed", () => {
  for (const version of ["18.20.0", "20.10.9"])
    assert.throws(() => checkNode(version), /Node 20\.11 or newer is needed/);
  for (const version of ["20.11.0", "22.0.0", "24.21.0"]) checkNode(version);
});
