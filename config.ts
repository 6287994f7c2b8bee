import { join, resolve } from "node:path";
import { z } from "zod";
import type { RolesByGroup } from "#domain/identity-provider";
import { loadEnvironment, type Environment } from "./config/environment.ts";
import * as grammar from "./config/grammars.ts";
import { isLoopback } from "./config/loopback.ts";
import { plainConnections } from "./config/plain-connections.ts";

export { loadEnvironment, type Environment } from "./config/environment.ts";
export { isLoopback } from "./config/loopback.ts";
export type { VersionedKeys } from "./config/grammars.ts";

/** What a process is for: each needs, and may hold, different logins. */
export type Purpose = "web" | "worker" | "command";

/** Addresses with a login each: what it may do is in db/roles.ts. */
export type Logins = { app?: string; queue?: string; sequencer?: string; verify?: string };

export type Config = {
  /** NODE_ENV=production and not a demonstration. */
  production: boolean;
  demo: boolean;
  origin: string;
  host: string;
  port: number;
  dataDir: string;
  mailboxDir?: string;
  database: Logins & { app: string; owner?: string };
  redisUrl?: string;
  smtpUrl?: string;
  /** What looks through files for viruses; none when left out. */
  scannerUrl?: string;
  mailFrom: { name: string; address: string };
  sealKeys: grammar.VersionedKeys;
  lookupKeys: grammar.VersionedKeys;
  auditKeys: grammar.VersionedKeys;
  /** Where signed heads of the audit chain are published. */
  auditHeadsFile: string;
  trustedProxies: string[];
  /** Developers see pages in letters that run from right to left (docs/decisions/024). */
  trialLanguage: boolean;
  /** Null where nobody signs in with a council account. */
  identityProvider: IdentityProvider | null;
  logLevel: (typeof logLevels)[number];
};

/** The council's own accounts: whom we trust to say who somebody is, and what each of its groups may do here. */
export type IdentityProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  roles: RolesByGroup;
  /** Values of acr or amr of which one must be told; none when the provider is trusted to ask for two factors. */
  mfa: string[];
};

/** What `npm run migrate` may hold: the owner's login, and the logins to make if the operator named them. */
export type MigrationConfig = {
  dataDir: string;
  mode: "demo" | "live";
  owner: string;
  logins: Logins;
  redisUrl?: string;
};

/** What `npm run audit:verify` may hold, and no more, so that it can run where nothing else of this runs. */
export type VerifyConfig = { verify: string; auditKeys: grammar.VersionedKeys; auditHeadsFile: string };

/** Everything wrong with the settings at once, so that an operator mends them in one go. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(["Settings to mend before this can start:", ...problems].join("\n  - "));
    this.name = "ConfigError";
    this.problems = problems;
  }
}

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const variables = z.object({
  NODE_ENV: grammar.optional(z.string()),
  DEMO: grammar.optional(grammar.flag),
  ORIGIN: grammar.optional(grammar.origin),
  HOST: grammar.optional(z.string()),
  PORT: grammar.optional(grammar.port),
  DATA_DIR: grammar.optional(z.string()),
  MAILBOX_DIR: grammar.optional(z.string()),
  DATABASE_URL: grammar.optional(grammar.databaseUrl),
  DATABASE_OWNER_URL: grammar.optional(grammar.databaseUrl),
  DATABASE_QUEUE_URL: grammar.optional(grammar.databaseUrl),
  DATABASE_SEQUENCER_URL: grammar.optional(grammar.databaseUrl),
  DATABASE_VERIFY_URL: grammar.optional(grammar.databaseUrl),
  REDIS_URL: grammar.optional(grammar.url("a Redis address", ["redis:", "rediss:"])),
  SMTP_URL: grammar.optional(grammar.url("a mail server", ["smtp:", "smtps:"])),
  SCANNER_URL: grammar.optional(grammar.scanner),
  MAIL_FROM: grammar.optional(grammar.mailbox),
  SEAL_KEYS: grammar.optional(grammar.versionedKeys),
  SEAL_WITH: grammar.optional(grammar.keyVersion),
  LOOKUP_KEY: grammar.optional(grammar.keyOrKeys),
  LOOKUP_WITH: grammar.optional(grammar.keyVersion),
  AUDIT_KEY: grammar.optional(grammar.keyOrKeys),
  AUDIT_HEADS_FILE: grammar.optional(z.string()),
  PRIVATE_HOSTS: grammar.optional(grammar.words),
  TRUSTED_PROXIES: grammar.optional(grammar.proxies),
  OIDC_ISSUER: grammar.optional(grammar.url("the identity provider's address", ["https:", "http:"])),
  OIDC_CLIENT_ID: grammar.optional(z.string()),
  OIDC_CLIENT_SECRET: grammar.optional(z.string()),
  OIDC_ROLES: grammar.optional(grammar.rolesByGroup),
  OIDC_MFA: grammar.optional(grammar.words),
  TRIAL_LANGUAGE: grammar.optional(grammar.flag),
  LOG_LEVEL: grammar.optional(z.enum(logLevels, `must be one of ${logLevels.join(", ")}`)),
});
type Variables = z.infer<typeof variables>;
type Needed = "DATABASE_URL" | "SEAL_KEYS" | "LOOKUP_KEY" | "AUDIT_KEY";

/**
 * @param env     the variables, already joined with the secret files if there are any (`loadEnvironment`)
 * @param purpose web and worker refuse logins that they must not hold, and miss those they need
 * @throws ConfigError with everything that is wrong
 */
export function readConfig(env: Environment = loadEnvironment(), purpose: Purpose = "web"): Config {
  const { values: read, problems, bad } = parse(env);
  problems.push(...missing(read, bad, purpose), ...unsafe(read, purpose), ...plainly(read));
  if (problems.length > 0) throw new ConfigError(problems);
  const values = read as Variables & { [K in Needed]-?: NonNullable<Variables[K]> };
  const common = basics(values);
  return {
    ...common,
    mailboxDir: values.MAILBOX_DIR ?? (common.demo ? join(common.dataDir, "mailbox") : undefined),
    database: { ...logins(values), app: values.DATABASE_URL, owner: values.DATABASE_OWNER_URL },
    redisUrl: values.REDIS_URL,
    smtpUrl: values.SMTP_URL,
    scannerUrl: values.SCANNER_URL,
    mailFrom: values.MAIL_FROM ?? { name: "Front Door", address: "front-door@localhost" },
    sealKeys: { ...values.SEAL_KEYS, current: values.SEAL_WITH ?? values.SEAL_KEYS.current },
    lookupKeys: { ...values.LOOKUP_KEY, current: values.LOOKUP_WITH ?? values.LOOKUP_KEY.current },
    auditKeys: values.AUDIT_KEY,
    trustedProxies: values.TRUSTED_PROXIES ?? [],
    identityProvider: identityProvider(values),
    trialLanguage: values.TRIAL_LANGUAGE ?? false,
    logLevel: values.LOG_LEVEL ?? "info",
  };
}

/** @throws ConfigError with everything that is wrong */
export function readMigrationConfig(env: Environment = process.env): MigrationConfig {
  const { values, problems, bad } = parse(env);
  const owner = values.DATABASE_OWNER_URL;
  if (owner === undefined && !bad.has("DATABASE_OWNER_URL"))
    problems.push("DATABASE_OWNER_URL is missing: the login that may create tables and logins");
  const user = (login: string | undefined) => login && new URL(login).username;
  for (const [name, login] of Object.entries(logins(values))) {
    if (login && user(login) === user(owner)) problems.push(`the ${name} login must not be the owner's`);
  }
  problems.push(...plainly(values));
  if (problems.length > 0 || owner === undefined) throw new ConfigError(problems);
  const { demo, dataDir } = basics(values);
  return { dataDir, mode: demo ? "demo" : "live", owner, logins: logins(values), redisUrl: values.REDIS_URL };
}

/** @throws ConfigError with everything that is wrong */
export function readVerifyConfig(env: Environment = loadEnvironment()): VerifyConfig {
  const { values, problems, bad } = parse(env);
  const { DATABASE_VERIFY_URL: verify, AUDIT_KEY: auditKeys } = values;
  for (const name of ["DATABASE_VERIFY_URL", "AUDIT_KEY"] as const)
    if (values[name] === undefined && !bad.has(name)) problems.push(`${name} is missing`);
  problems.push(...plainly({ DATABASE_VERIFY_URL: verify, PRIVATE_HOSTS: values.PRIVATE_HOSTS }));
  if (problems.length > 0 || !verify || !auditKeys) throw new ConfigError(problems);
  return { verify, auditKeys, auditHeadsFile: basics(values).auditHeadsFile };
}

function parse(env: Environment): { values: Variables; problems: string[]; bad: Set<string> } {
  const problems: string[] = [];
  const bad = new Set<string>();
  const values: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(variables.shape)) {
    const result = schema.safeParse(env[name]);
    if (result.success) values[name] = result.data;
    else {
      bad.add(name);
      problems.push(`${name} ${result.error.issues[0]?.message ?? "is not valid"}`);
    }
  }
  return { values: values as Variables, problems, bad };
}

function basics(values: Variables) {
  const demo = values.DEMO ?? false;
  const dataDir = resolve(values.DATA_DIR ?? ".data");
  return {
    demo,
    production: values.NODE_ENV === "production" && !demo,
    host: values.HOST ?? "127.0.0.1",
    port: values.PORT ?? 3000,
    origin: values.ORIGIN ?? `http://localhost:${values.PORT ?? 3000}`,
    dataDir,
    auditHeadsFile: resolve(values.AUDIT_HEADS_FILE ?? join(dataDir, "audit", "heads.jsonl")),
  };
}

function logins(values: Variables): Logins {
  return {
    app: values.DATABASE_URL,
    queue: values.DATABASE_QUEUE_URL,
    sequencer: values.DATABASE_SEQUENCER_URL,
    verify: values.DATABASE_VERIFY_URL,
  };
}

const travelling = [
  ...(["DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_QUEUE_URL", "DATABASE_SEQUENCER_URL"] as const),
  ...(["DATABASE_VERIFY_URL", "REDIS_URL", "SCANNER_URL"] as const),
];

/** A demonstration's families are made up. Mail goes encrypted or not at all: see emails/transport.ts. */
function plainly(values: Variables): string[] {
  if (basics(values).demo) return [];
  return plainConnections(
    travelling.map((name) => [name, values[name]]),
    values.PRIVATE_HOSTS ?? [],
  );
}

const providerSettings = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_ROLES"] as const;

function identityProvider(values: Variables): IdentityProvider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  const { OIDC_ROLES: roles, OIDC_MFA: mfa = [] } = values;
  return issuer && clientId && clientSecret && roles ? { issuer, clientId, clientSecret, roles, mfa } : null;
}

function missing(values: Variables, bad: Set<string>, purpose: Purpose): string[] {
  const { production } = basics(values);
  const worker = purpose === "worker";
  const provider = purpose === "web" && providerSettings.some((name) => values[name] !== undefined);
  const needed: [keyof Variables, boolean, string][] = [
    ["DATABASE_URL", true, "the app's login to PostgreSQL (npm run migrate makes it)"],
    ["DATABASE_QUEUE_URL", worker && !values.REDIS_URL, "the queue's login to PostgreSQL, or set REDIS_URL"],
    ["DATABASE_SEQUENCER_URL", worker, "the login that chains the audit trail"],
    ["SEAL_KEYS", true, "the keys that seal what people wrote, as 1:key"],
    ["LOOKUP_KEY", true, "the key for finding sealed addresses and phones"],
    ["AUDIT_KEY", true, "the key that signs the audit trail, as 1:key"],
    ["ORIGIN", production, "the address that people type, as in https://front-door.example.gov.uk"],
    ["SMTP_URL", production && worker, "the mail server, as in smtps://login:password@mail.example.gov.uk"],
    ["MAIL_FROM", production && worker, "the sender of every email"],
    ["OIDC_ISSUER", provider, "the identity provider's address"],
    ["OIDC_CLIENT_ID", provider, "the name that the identity provider gave this service"],
    ["OIDC_CLIENT_SECRET", provider, "the secret that goes with OIDC_CLIENT_ID"],
    ["OIDC_ROLES", provider, "which group of the provider may do what, as in MASH Screeners=screener"],
  ];
  return needed
    .filter(([name, when]) => when && values[name] === undefined && !bad.has(name))
    .map(([name, , what]) => `${name} is missing: ${what}`);
}

function unsafe(values: Variables, purpose: Purpose): string[] {
  const { demo, production, host, origin } = basics(values);
  const siteIsHere = isLoopback(new URL(origin).hostname);
  const keys = [values.SEAL_KEYS, values.LOOKUP_KEY, values.AUDIT_KEY].flatMap((versioned) => [
    ...(versioned?.keys.values() ?? []),
  ]);
  const texts = keys.map((key) => key.toString("hex"));
  const dull = keys.some((key) => new Set(key).size < 8);
  const provider = providerSettings.some((name) => values[name] !== undefined);
  const insecure =
    values.OIDC_ISSUER?.startsWith("http:") && !isLoopback(new URL(values.OIDC_ISSUER).hostname);
  const owner = values.DATABASE_OWNER_URL !== undefined && purpose !== "command";
  const rules: [boolean, string][] = [
    // A demonstration lets anybody in as anybody, so it stays on the machine it runs on.
    [demo && !isLoopback(host), `DEMO=1 works on this machine only, but HOST is ${host}`],
    [demo && !siteIsHere, `DEMO=1 works on this machine only, but ORIGIN is ${origin}`],
    [demo && provider, "DEMO=1 lets anybody sign in as anybody: take it or the OIDC_ settings away"],
    [!!insecure, "OIDC_ISSUER must be https: what it says decides who may come in"],
    [new Set(texts).size < texts.length, "SEAL_KEYS, LOOKUP_KEY and AUDIT_KEY must all be different keys"],
    [
      values.SEAL_WITH !== undefined && values.SEAL_KEYS?.keys.has(values.SEAL_WITH) === false,
      "SEAL_WITH must be the version of a key in SEAL_KEYS",
    ],
    [
      values.LOOKUP_WITH !== undefined && values.LOOKUP_KEY?.keys.has(values.LOOKUP_WITH) === false,
      "LOOKUP_WITH must be the version of a key in LOOKUP_KEY",
    ],
    [production && dull, "SEAL_KEYS, LOOKUP_KEY and AUDIT_KEY must be random, and one of them is not"],
    [production && !siteIsHere && origin.startsWith("http:"), "ORIGIN must be https: names travel over it"],
    [production && !!values.MAILBOX_DIR, "MAILBOX_DIR is for demonstrations: real mail is not kept in files"],
    [production && !!values.TRIAL_LANGUAGE, "TRIAL_LANGUAGE is for developers: nobody can read it"],
    [production && owner, "DATABASE_OWNER_URL is for npm run migrate: take it away from web and worker"],
  ];
  return rules.flatMap(([broken, problem]) => (broken ? problem : []));
}
