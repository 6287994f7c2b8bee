import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";
import { loadEnvironment, type Environment } from "./config/environment.ts";

export { loadEnvironment, type Environment } from "./config/environment.ts";

/** What a process is for: each needs, and may hold, different logins. */
export type Purpose = "web" | "worker" | "command";

export type SealKeys = {
  /** The version that wraps new data keys. */
  current: number;
  /** 32-byte keys by version; older ones only unwrap. */
  keys: ReadonlyMap<number, Buffer>;
};

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
  mailFrom: { name: string; address: string };
  sealKeys: SealKeys;
  lookupKey: Buffer;
  auditKey: Buffer;
  /** Where signed heads of the audit chain are published. */
  auditHeadsFile: string;
  trustedProxies: string[];
  logLevel: (typeof logLevels)[number];
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
export type VerifyConfig = { verify: string; auditKey: Buffer; auditHeadsFile: string };

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

/** Compose files pass unset variables as empty strings. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((v) => (v === "" ? undefined : v), schema.optional());

const flag = z.enum(["1", "0"], "must be 1 or 0").transform((text) => text === "1");
const portHelp = "must be a port number, 0 to 65535";
const port = z
  .string()
  .regex(/^\d{1,5}$/, portHelp)
  .transform(Number)
  .refine((n) => n <= 65535, portHelp);

function url(what: string, schemes: readonly string[]) {
  return z.string().refine(
    (value) => {
      const parsed = URL.canParse(value) ? new URL(value) : undefined;
      return parsed !== undefined && schemes.includes(parsed.protocol) && parsed.hostname !== "";
    },
    `must be ${what}, starting with ${schemes.map((s) => `${s}//`).join(" or ")}`,
  );
}
const databaseUrl = url("a PostgreSQL address", ["postgres:", "postgresql:"]).refine(
  (value) => URL.canParse(value) && new URL(value).pathname.length > 1,
  "must name a database, as in postgres://login:password@host:5432/front_door",
);

const origin = z.string().refine((value) => {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  return parsed !== undefined && /^https?:$/.test(parsed.protocol) && parsed.origin === value;
}, "must be scheme, host and port only, as in https://front-door.example.gov.uk");

const keyHelp = "must be 32 random bytes in base64 (openssl rand -base64 32)";
const key = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/, keyHelp)
  .transform((text) => Buffer.from(text, "base64"));

const sealKeyHelp = `must be version:key pairs, as in 1:key,2:key, each version once; each key ${keyHelp}`;
const sealKeys = z
  .string()
  .regex(/^[1-9]\d{0,3}:[A-Za-z0-9+/]{43}=(,[1-9]\d{0,3}:[A-Za-z0-9+/]{43}=)*$/, sealKeyHelp)
  .transform((text) => text.split(",").map((pair) => pair.split(":") as [string, string]))
  .refine((pairs) => new Set(pairs.map(([version]) => version)).size === pairs.length, sealKeyHelp)
  .transform((pairs): SealKeys => {
    const keys = new Map(
      pairs.map(([version, encoded]) => [Number(version), Buffer.from(encoded, "base64")]),
    );
    return { current: Math.max(...keys.keys()), keys };
  });

/** One address, bare or as Name <address>: a header or a second address must not fit in. */
const mailbox = z
  .string()
  .regex(
    /^(?:[^<>\r\n",]*<[\w.+'-]+@[\w.-]+>|[\w.+'-]+@[\w.-]+)$/,
    "must be one address, as in Front Door <front-door@example.gov.uk>",
  )
  .transform((text) => {
    const [, name = "", address = text] = /^(.*)<(.+)>$/.exec(text) ?? [];
    return { name: name.trim() || "Front Door", address };
  });

const proxies = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ""))
  .refine((entries) => entries.every(isAddressOrSubnet), "must be IP addresses or subnets, as in 10.0.0.0/8");

function isAddressOrSubnet(entry: string): boolean {
  const [ip = "", bits = "0", ...rest] = entry.split("/");
  const most = isIP(ip) === 6 ? 128 : 32;
  return isIP(ip) !== 0 && rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

const variables = z.object({
  NODE_ENV: optional(z.string()),
  DEMO: optional(flag),
  ORIGIN: optional(origin),
  HOST: optional(z.string()),
  PORT: optional(port),
  DATA_DIR: optional(z.string()),
  MAILBOX_DIR: optional(z.string()),
  DATABASE_URL: optional(databaseUrl),
  DATABASE_OWNER_URL: optional(databaseUrl),
  DATABASE_QUEUE_URL: optional(databaseUrl),
  DATABASE_SEQUENCER_URL: optional(databaseUrl),
  DATABASE_VERIFY_URL: optional(databaseUrl),
  REDIS_URL: optional(url("a Redis address", ["redis:", "rediss:"])),
  SMTP_URL: optional(url("a mail server", ["smtp:", "smtps:"])),
  MAIL_FROM: optional(mailbox),
  SEAL_KEYS: optional(sealKeys),
  LOOKUP_KEY: optional(key),
  AUDIT_KEY: optional(key),
  AUDIT_HEADS_FILE: optional(z.string()),
  TRUSTED_PROXIES: optional(proxies),
  LOG_LEVEL: optional(z.enum(logLevels, `must be one of ${logLevels.join(", ")}`)),
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
  problems.push(...missing(read, bad, purpose), ...unsafe(read, purpose));
  if (problems.length > 0) throw new ConfigError(problems);
  const values = read as Variables & { [K in Needed]-?: NonNullable<Variables[K]> };
  const common = basics(values);
  return {
    ...common,
    mailboxDir: values.MAILBOX_DIR ?? (common.demo ? join(common.dataDir, "mailbox") : undefined),
    database: { ...logins(values), app: values.DATABASE_URL, owner: values.DATABASE_OWNER_URL },
    redisUrl: values.REDIS_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? { name: "Front Door", address: "front-door@localhost" },
    sealKeys: values.SEAL_KEYS,
    lookupKey: values.LOOKUP_KEY,
    auditKey: values.AUDIT_KEY,
    trustedProxies: values.TRUSTED_PROXIES ?? [],
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
  if (problems.length > 0 || owner === undefined) throw new ConfigError(problems);
  const { demo, dataDir } = basics(values);
  return { dataDir, mode: demo ? "demo" : "live", owner, logins: logins(values), redisUrl: values.REDIS_URL };
}

/** @throws ConfigError with everything that is wrong */
export function readVerifyConfig(env: Environment = loadEnvironment()): VerifyConfig {
  const { values, problems, bad } = parse(env);
  const { DATABASE_VERIFY_URL: verify, AUDIT_KEY: auditKey } = values;
  for (const name of ["DATABASE_VERIFY_URL", "AUDIT_KEY"] as const)
    if (values[name] === undefined && !bad.has(name)) problems.push(`${name} is missing`);
  if (problems.length > 0 || !verify || !auditKey) throw new ConfigError(problems);
  return { verify, auditKey, auditHeadsFile: basics(values).auditHeadsFile };
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

function missing(values: Variables, bad: Set<string>, purpose: Purpose): string[] {
  const { production } = basics(values);
  const worker = purpose === "worker";
  const needed: [keyof Variables, boolean, string][] = [
    ["DATABASE_URL", true, "the app's login to PostgreSQL (npm run migrate makes it)"],
    ["DATABASE_QUEUE_URL", worker && !values.REDIS_URL, "the queue's login to PostgreSQL, or set REDIS_URL"],
    ["DATABASE_SEQUENCER_URL", worker, "the login that chains the audit trail"],
    ["SEAL_KEYS", true, "the keys that seal what people wrote, as 1:key"],
    ["LOOKUP_KEY", true, "the key for finding sealed addresses and phones"],
    ["AUDIT_KEY", true, "the key that signs the audit trail"],
    ["ORIGIN", production, "the address that people type, as in https://front-door.example.gov.uk"],
    ["SMTP_URL", production && worker, "the mail server, as in smtps://login:password@mail.example.gov.uk"],
    ["MAIL_FROM", production && worker, "the sender of every email"],
  ];
  return needed
    .filter(([name, when]) => when && values[name] === undefined && !bad.has(name))
    .map(([name, , what]) => `${name} is missing: ${what}`);
}

function unsafe(values: Variables, purpose: Purpose): string[] {
  const { demo, production, host, origin } = basics(values);
  const siteIsHere = isLoopback(new URL(origin).hostname);
  const keys = [...(values.SEAL_KEYS?.keys.values() ?? []), values.LOOKUP_KEY, values.AUDIT_KEY];
  const texts = keys.flatMap((key) => key?.toString("hex") ?? []);
  const dull = keys.some((key) => key !== undefined && new Set(key).size < 8);
  const owner = values.DATABASE_OWNER_URL !== undefined && purpose !== "command";
  const rules: [boolean, string][] = [
    // A demonstration lets anybody in as anybody, so it stays on the machine it runs on.
    [demo && !isLoopback(host), `DEMO=1 works on this machine only, but HOST is ${host}`],
    [demo && !siteIsHere, `DEMO=1 works on this machine only, but ORIGIN is ${origin}`],
    [new Set(texts).size < texts.length, "SEAL_KEYS, LOOKUP_KEY and AUDIT_KEY must all be different keys"],
    [production && dull, "SEAL_KEYS, LOOKUP_KEY and AUDIT_KEY must be random, and one of them is not"],
    [production && !siteIsHere && origin.startsWith("http:"), "ORIGIN must be https: names travel over it"],
    [production && !!values.MAILBOX_DIR, "MAILBOX_DIR is for demonstrations: real mail is not kept in files"],
    [production && owner, "DATABASE_OWNER_URL is for npm run migrate: take it away from web and worker"],
  ];
  return rules.flatMap(([broken, problem]) => (broken ? problem : []));
}

/** Names and addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "");
  return /^(?:localhost|.+\.localhost|::1|127(?:\.\d{1,3}){3})$/.test(bare);
}
