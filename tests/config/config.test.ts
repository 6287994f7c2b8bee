import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ConfigError, isLoopback, loadEnvironment, readConfig, readMigrationConfig } from "#config";
import type { Environment, Purpose } from "#config";

const key = () => randomBytes(32).toString("base64");
const plain = (user: string) => `postgres://${user}:secret@db.internal:5432/front_door`;
const login = (user: string) => `${plain(user)}?sslmode=verify-full`;

const live: Environment = {
  NODE_ENV: "production",
  ORIGIN: "https://front-door.example.gov.uk",
  DATABASE_URL: login("frontdoor_app"),
  DATABASE_QUEUE_URL: login("frontdoor_queue"),
  DATABASE_SEQUENCER_URL: login("frontdoor_sequencer"),
  SMTP_URL: "smtps://mail.example.gov.uk",
  MAIL_FROM: "Front Door <front-door@example.gov.uk>",
  SEAL_KEYS: `1:${key()},3:${key()},2:${key()}`,
  LOOKUP_KEY: key(),
  AUDIT_KEY: key(),
};
const provider: Environment = {
  OIDC_ISSUER: "https://login.example.gov.uk/tenant",
  OIDC_CLIENT_ID: "front-door",
  OIDC_CLIENT_SECRET: "a secret of the provider",
  OIDC_ROLES: "MASH Screeners=screener; MASH Managers=manager+strategy_chair",
};
const demo: Environment = { ...live, DEMO: "1", ORIGIN: undefined };

function problems(env: Environment, purpose: Purpose = "web"): readonly string[] {
  try {
    readConfig(env, purpose);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    return error.problems;
  }
}

describe("settings that a live service can start with", () => {
  test("web and worker", () => {
    assert.deepEqual(problems(live), []);
    assert.deepEqual(problems(live, "worker"), []);
    const config = readConfig(live, "worker");
    assert.equal(config.production, true);
    assert.equal(config.demo, false);
    assert.equal(config.mailboxDir, undefined);
    assert.deepEqual(config.mailFrom, { name: "Front Door", address: "front-door@example.gov.uk" });
  });

  test("the highest seal key is the current one, and all can open", () => {
    const { sealKeys, lookupKeys } = readConfig(live);
    assert.equal(sealKeys.current, 3);
    assert.equal(readConfig({ ...live, SEAL_WITH: "2" }).sealKeys.current, 2);
    assert.deepEqual([...sealKeys.keys.keys()], [1, 3, 2]);
    for (const one of [...sealKeys.keys.values(), ...lookupKeys.keys.values()]) assert.equal(one.length, 32);
    const both = { ...live, LOOKUP_KEY: `1:${live["LOOKUP_KEY"]},2:${key()}` };
    assert.deepEqual(
      readConfig(both).lookupKeys.keys.get(1),
      lookupKeys.keys.get(1),
      "one alone is version 1",
    );
    assert.equal(readConfig(both).lookupKeys.current, 2);
    assert.equal(readConfig({ ...both, LOOKUP_WITH: "1" }).lookupKeys.current, 1);
  });

  test("a council's identity provider, in four settings", () => {
    assert.equal(readConfig(live).identityProvider, null);
    const { identityProvider } = readConfig({ ...live, ...provider, OIDC_MFA: "mfa, http://acr/strong" });
    assert.equal(identityProvider?.issuer, "https://login.example.gov.uk/tenant");
    assert.deepEqual(identityProvider?.roles.get("MASH Managers"), ["manager", "strategy_chair"]);
    assert.deepEqual(identityProvider?.mfa, ["mfa", "http://acr/strong"]);
  });

  test("a worker with Redis needs no login for the queue", () => {
    assert.deepEqual(
      problems({ ...live, DATABASE_QUEUE_URL: "", REDIS_URL: "rediss://cache:6379" }, "worker"),
      [],
    );
  });

  test("a demonstration on this machine", () => {
    const config = readConfig(demo);
    assert.equal(config.production, false);
    assert.equal(config.origin, "http://localhost:3000");
    assert.equal(config.host, "127.0.0.1");
    assert.equal(config.mailboxDir, join(config.dataDir, "mailbox"));
  });

  test("the key of the audit trail, in one version or several", () => {
    const [older, newer] = [key(), key()];
    const { auditKeys: alone } = readConfig({ ...live, AUDIT_KEY: older });
    assert.deepEqual(alone, { current: 1, keys: new Map([[1, Buffer.from(older, "base64")]]) });
    const { auditKeys } = readConfig({ ...live, AUDIT_KEY: `2:${newer},1:${older}` });
    assert.equal(auditKeys.current, 2);
    assert.deepEqual(auditKeys.keys.get(1), Buffer.from(older, "base64"));
  });

  test("an empty variable is an unset one", () => {
    const config = readConfig({ ...live, PORT: "", LOG_LEVEL: "", TRUSTED_PROXIES: "", SMTP_URL: "" });
    assert.deepEqual(
      [config.port, config.logLevel, config.trustedProxies, config.smtpUrl],
      [3000, "info", [], undefined],
    );
  });
});

describe("settings that are refused, each in words that say what to do", () => {
  const table: [string, Environment, RegExp, Purpose?][] = [
    ["no app login", { DATABASE_URL: undefined }, /^DATABASE_URL is missing/],
    [
      "no queue login and no Redis",
      { DATABASE_QUEUE_URL: undefined },
      /^DATABASE_QUEUE_URL is missing.*REDIS_URL/,
      "worker",
    ],
    [
      "no sequencer login",
      { DATABASE_SEQUENCER_URL: undefined },
      /^DATABASE_SEQUENCER_URL is missing/,
      "worker",
    ],
    ["no seal keys", { SEAL_KEYS: undefined }, /^SEAL_KEYS is missing/],
    ["no lookup key", { LOOKUP_KEY: undefined }, /^LOOKUP_KEY is missing/],
    ["no audit key", { AUDIT_KEY: undefined }, /^AUDIT_KEY is missing/],
    ["no origin", { ORIGIN: undefined }, /^ORIGIN is missing/],
    ["no mail server", { SMTP_URL: undefined }, /^SMTP_URL is missing/, "worker"],
    ["no sender", { MAIL_FROM: undefined }, /^MAIL_FROM is missing/, "worker"],
    ["plain http", { ORIGIN: "http://front-door.example.gov.uk" }, /^ORIGIN must be https/],
    ["an origin with a path", { ORIGIN: "https://example.gov.uk/front-door" }, /^ORIGIN must be scheme/],
    ["demo where others can reach it by name", { DEMO: "1" }, /^DEMO=1 .* ORIGIN is https/],
    [
      "demo where others can reach it by address",
      { DEMO: "1", ORIGIN: "http://localhost", HOST: "0.0.0.0" },
      /^DEMO=1 .* HOST is 0\.0\.0\.0/,
    ],
    ["an unclear demo", { DEMO: "maybe" }, /^DEMO must be 1 or 0/],
    [
      "a demonstration beside a real provider",
      { ...provider, DEMO: "1", ORIGIN: undefined },
      /^DEMO=1 lets anybody sign in as anybody: take it or the OIDC_/,
    ],
    ["half a provider", { ...provider, OIDC_CLIENT_SECRET: undefined }, /^OIDC_CLIENT_SECRET is missing/],
    ["a provider without roles", { ...provider, OIDC_ROLES: "" }, /^OIDC_ROLES is missing/],
    ["a role that there is not", { ...provider, OIDC_ROLES: "A=boss" }, /^OIDC_ROLES must be group=role/],
    [
      "a provider over plain http",
      { ...provider, OIDC_ISSUER: "http://login.example.gov.uk" },
      /^OIDC_ISSUER must be https/,
    ],
    ["a short key", { LOOKUP_KEY: "c2hvcnQ=" }, /^LOOKUP_KEY must be .* 32 random bytes/],
    ["looking up with a key that is not there", { LOOKUP_WITH: "2" }, /^LOOKUP_WITH must be the version of/],
    ["a seal key without its version", { SEAL_KEYS: key() }, /^SEAL_KEYS must be version:key/],
    ["a version twice", { SEAL_KEYS: `1:${key()},1:${key()}` }, /^SEAL_KEYS .* each version once/],
    ["sealing with a key that is not there", { SEAL_WITH: "4" }, /^SEAL_WITH must be the version of a key/],
    ["sealing with no version", { SEAL_WITH: "newest" }, /^SEAL_WITH must be the version/],
    ["version nought", { SEAL_KEYS: `0:${key()}` }, /^SEAL_KEYS must be/],
    ["an audit key twice", { AUDIT_KEY: `1:${key()},1:${key()}` }, /^AUDIT_KEY .* each version once/],
    [
      "an older audit key that is another key too",
      { AUDIT_KEY: `1:${live["LOOKUP_KEY"]},2:${key()}` },
      /must all be different/,
    ],
    ["one key for two jobs", { AUDIT_KEY: live["LOOKUP_KEY"] }, /must all be different/],
    ["a key of noughts", { AUDIT_KEY: Buffer.alloc(32).toString("base64") }, /must be random/],
    ["a port too high", { PORT: "70000" }, /^PORT must be/],
    ["a port in words", { PORT: "web" }, /^PORT must be/],
    ["another database", { DATABASE_URL: "mysql://a@b/c" }, /^DATABASE_URL must be a PostgreSQL address/],
    [
      "no database in the address",
      { DATABASE_URL: "postgres://a:b@127.0.0.1:5432" },
      /^DATABASE_URL must name a database/,
    ],
    [
      "a database without TLS",
      { DATABASE_URL: plain("app") },
      /^DATABASE_URL goes to db\.internal without TLS/,
    ],
    [
      "a login of the worker without TLS",
      { DATABASE_SEQUENCER_URL: plain("sequencer") },
      /^DATABASE_SEQUENCER_URL goes to/,
      "worker",
    ],
    ["a Redis without TLS", { REDIS_URL: "redis://cache:6379" }, /^REDIS_URL goes to cache .* write rediss/],
    ["another queue", { REDIS_URL: "amqp://cache" }, /^REDIS_URL must be a Redis address/],
    ["two senders", { MAIL_FROM: "a@example.org, b@example.org" }, /^MAIL_FROM must be one address/],
    [
      "a header in the sender",
      { MAIL_FROM: "A <a@example.org>\r\nBcc: b@example.org" },
      /^MAIL_FROM must be/,
    ],
    ["a proxy by name", { TRUSTED_PROXIES: "10.0.0.1, load-balancer" }, /^TRUSTED_PROXIES must be/],
    ["a subnet too wide", { TRUSTED_PROXIES: "10.0.0.0/33" }, /^TRUSTED_PROXIES must be/],
    ["a log level that is none", { LOG_LEVEL: "loud" }, /^LOG_LEVEL must be one of/],
    ["mail in a folder", { MAILBOX_DIR: "/var/mail" }, /^MAILBOX_DIR is for demonstrations/],
    [
      "the owner's login in web",
      { DATABASE_OWNER_URL: login("owner") },
      /^DATABASE_OWNER_URL is for npm run migrate/,
    ],
    [
      "the owner's login in the worker",
      { DATABASE_OWNER_URL: login("owner") },
      /^DATABASE_OWNER_URL/,
      "worker",
    ],
  ];
  for (const [name, change, expected, purpose] of table) {
    test(name, () => {
      const found = problems({ ...live, ...change }, purpose);
      assert.equal(found.length, 1, `one problem, not ${JSON.stringify(found)}`);
      assert.match(found[0] ?? "", expected);
    });
  }

  test("all of them at once, and no value that is a secret", () => {
    const found = problems(
      { NODE_ENV: "production", SEAL_KEYS: "1:hunter2", DATABASE_URL: "hunter2" },
      "worker",
    );
    assert.equal(found.length, 9, found.join("\n"));
    assert.doesNotMatch(found.join(), /hunter2/);
    assert.match(new ConfigError(found).message, /^Settings to mend.*\n {2}- /);
  });
});

describe("what a migration may hold", () => {
  test("needs the owner's login", () => {
    assert.throws(() => readMigrationConfig({}), /DATABASE_OWNER_URL is missing/);
  });
  test("refuses an app that logs in as the owner", () => {
    const env = { DATABASE_OWNER_URL: login("owner"), DATABASE_URL: login("owner") };
    assert.throws(() => readMigrationConfig(env), /app login must not be the owner's/);
  });
  test("refuses a database without TLS, which would carry the logins that it makes", () => {
    const env = { DATABASE_OWNER_URL: plain("owner") };
    assert.throws(() => readMigrationConfig(env), /DATABASE_OWNER_URL goes to db\.internal without TLS/);
    assert.equal(readMigrationConfig({ ...env, PRIVATE_HOSTS: "db.internal" }).owner, plain("owner"));
  });
  test("takes the logins that the operator chose", () => {
    const env = { DATABASE_OWNER_URL: login("owner"), DATABASE_QUEUE_URL: login("jobs") };
    const config = readMigrationConfig(env);
    assert.equal(config.logins.queue, login("jobs"));
    assert.equal(config.logins.app, undefined);
    assert.equal(config.mode, "live");
  });
});

describe("secret files", () => {
  const folder = mkdtempSync(join(tmpdir(), "front-door-config-"));
  mkdirSync(join(folder, "secrets"));
  writeFileSync(
    join(folder, "secrets", "database.env"),
    "DATABASE_URL=from-file\nDATABASE_VERIFY_URL=from-file\n",
  );
  writeFileSync(join(folder, "secrets", "keys.env"), "# made by npm start\nLOOKUP_KEY=a=b\n");
  test.after(() => rmSync(folder, { recursive: true }));

  test("stand under the environment", () => {
    const env = loadEnvironment({ DATA_DIR: folder, DATABASE_URL: "given", DATABASE_VERIFY_URL: "" });
    assert.deepEqual(
      [env["DATABASE_URL"], env["DATABASE_VERIFY_URL"], env["LOOKUP_KEY"]],
      ["given", "from-file", "a=b"],
    );
  });
  test("give a live service no keys", () => {
    const env = loadEnvironment({ DATA_DIR: folder, NODE_ENV: "production" });
    assert.deepEqual([env["DATABASE_URL"], env["LOOKUP_KEY"]], ["from-file", undefined]);
  });
});

test("loopback is this machine and nothing that looks like it", () => {
  for (const host of ["localhost", "127.0.0.1", "127.8.8.8", "::1", "[::1]", "hub.localhost"])
    assert.ok(isLoopback(host), host);
  for (const host of [
    "localhost.example.org",
    "127.0.0.1.example.org",
    "0.0.0.0",
    "10.0.0.1",
    "::",
    "1270.0.0.1",
  ]) {
    assert.ok(!isLoopback(host), host);
  }
});
