import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import postgres from "postgres";
import type { Sql } from "postgres";
import type { Logins } from "#config";

/**
 * What each login may do is granted to these roles by the migrations. An operator may name the logins otherwise
 * (DATABASE_URL and its kin): then such a login is made a member of its role.
 */
export const databaseRoles = {
  /** Web and worker: owns nothing, and cannot change what is append-only. */
  app: "frontdoor_app",
  /** BullMQ: owns the schema bullmq and sees nothing else. */
  queue: "frontdoor_queue",
  /** Chains the audit trail. */
  sequencer: "frontdoor_sequencer",
  /** `npm run audit:verify`: reads. */
  verify: "frontdoor_verify",
} as const;
export type LoginName = keyof typeof databaseRoles;
export type MadeLogins = Record<LoginName, string>;

const variableNames: Record<LoginName, string> = {
  app: "DATABASE_URL",
  queue: "DATABASE_QUEUE_URL",
  sequencer: "DATABASE_SEQUENCER_URL",
  verify: "DATABASE_VERIFY_URL",
};

/** A login that cannot be made as asked, with what the operator can do about it. */
export class LoginError extends Error {
  override readonly name = "LoginError";
}

/**
 * Makes the roles and logins that are missing and leaves those that work alone. Roles belong to the whole server, so
 * migrations of several databases may do this at once, and none changes a password that another database relies on.
 *
 * @param sql     a connection of the owner's
 * @param given   logins that the operator named; the others get a generated password
 * @param dataDir generated passwords are kept in secrets/database.env below it, readable by this user alone
 */
export async function ensureLogins(
  sql: Sql,
  ownerUrl: string,
  given: Logins,
  dataDir: string,
): Promise<MadeLogins> {
  const file = join(dataDir, "secrets", "database.env");
  const kept = readKept(file);
  const made = {} as MadeLogins;
  for (const name of loginNames) made[name] = given[name] ?? ownUrl(ownerUrl, name, kept);

  await makeRoles(sql);
  const works = await Promise.all(loginNames.map((name) => canLogIn(made[name])));
  for (const name of loginNames.filter((_, i) => !works[i])) await makeLogin(sql, name, made[name]);
  await refusePowerful(sql, made);

  const generated = loginNames.filter((name) => given[name] === undefined);
  writeKept(file, generated.map((name) => `${variableNames[name]}=${made[name]}\n`).join(""));
  return made;
}

const loginNames = Object.keys(databaseRoles) as LoginName[];

/** The owner's address with another login: the password that was kept for it, else a new one. */
function ownUrl(ownerUrl: string, name: LoginName, kept: Map<string, string>): string {
  const url = new URL(ownerUrl);
  url.username = databaseRoles[name];
  url.searchParams.delete("frontdoor.sees");
  const before = kept.get(variableNames[name]);
  url.password =
    before && URL.canParse(before) ? new URL(before).password : randomBytes(24).toString("base64url");
  return url.href;
}

/** Roles that are made by two migrations at once fail in one of them, harmlessly. */
async function makeRoles(sql: Sql): Promise<void> {
  const wanted: string[] = Object.values(databaseRoles);
  const found = await sql<{ rolname: string }[]>`select rolname from pg_roles where rolname = any(${wanted})`;
  for (const role of wanted.filter((one) => !found.some(({ rolname }) => rolname === one))) {
    await asLogin(
      sql,
      role,
      "",
      (tx) => tx`
      do $$ begin
        execute format('create role %I', current_setting('frontdoor.login'));
      exception when duplicate_object or unique_violation then null;
      end $$`,
    );
  }
}

async function makeLogin(sql: Sql, name: LoginName, url: string): Promise<void> {
  const { username, password } = new URL(url);
  const login = decodeURIComponent(username);
  const others = await sql<{ datname: string }[]>`
    select distinct d.datname from pg_shdepend s join pg_database d on d.oid = s.dbid
    where s.refclassid = 'pg_authid'::regclass and s.refobjid = (select oid from pg_roles where rolname = ${login})
      and d.datname <> current_database()`;
  const [exists] = await sql`select from pg_roles where rolname = ${login} and rolcanlogin`;
  if (exists && others.length > 0) {
    throw new LoginError(
      `The login ${login} exists with another password, and the database ${others[0]?.datname} on this server uses it too. ` +
        `Give ${variableNames[name]} with its password, or with a login of its own.`,
    );
  }
  const verifier = scramVerifier(decodeURIComponent(password));
  const role = databaseRoles[name];
  await withRetries(() =>
    asLogin(sql, login, verifier, async (tx) => {
      await tx`
        do $$ declare login text := current_setting('frontdoor.login'); begin
          if not exists (select from pg_roles where rolname = login) then execute format('create role %I', login); end if;
          execute format('alter role %I login password %L', login, current_setting('frontdoor.password'));
        end $$`;
      if (login !== role) await tx`grant ${sql(role)} to ${sql(login)}`;
    }),
  );
  if (!(await canLogIn(url))) {
    throw new LoginError(
      `The login ${login} was made, but PostgreSQL does not let it in: its pg_hba.conf has to allow ${login} by password.`,
    );
  }
}

/**
 * Names and passwords reach the statement as settings of one transaction, because CREATE ROLE takes no parameters;
 * format() quotes them there.
 */
function asLogin(
  sql: Sql,
  login: string,
  verifier: string,
  work: (tx: postgres.TransactionSql) => Promise<unknown>,
) {
  return sql.begin(async (tx) => {
    await tx`select set_config('frontdoor.login', ${login}, true), set_config('frontdoor.password', ${verifier}, true)`;
    await work(tx);
  });
}

/** Two sessions that change one role at once: one is told to try again, in words alone ("tuple concurrently updated"). */
async function withRetries(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      const code = error instanceof postgres.PostgresError ? error.code : "";
      if (!["XX000", "23505", "42710"].includes(code) || attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 40));
    }
  }
}

/** @returns false when the server refuses this name or password; any other trouble is thrown */
async function canLogIn(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code.startsWith("28")) return false;
    throw error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A login that could undo the grants makes every promise about the audit trail empty. */
async function refusePowerful(sql: Sql, made: MadeLogins): Promise<void> {
  const logins = loginNames.map((name) => decodeURIComponent(new URL(made[name]).username));
  const powerful = await sql<{ rolname: string }[]>`
    select rolname from pg_roles r where rolname = any(${logins})
      and (rolsuper or rolcreaterole or rolbypassrls or rolname = (
        select pg_get_userbyid(datdba) from pg_database where datname = current_database()))`;
  if (powerful.length === 0) return;
  const names = powerful.map(({ rolname }) => rolname).join(", ");
  throw new LoginError(
    `${names} may do more than a login of this service should: it owns the database, or may make roles.`,
  );
}

/**
 * What PostgreSQL keeps instead of a password (SCRAM-SHA-256, RFC 5803). It is made here so that the password itself
 * is never part of a statement that a server could log.
 */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize("NFKC"), salt, 4096, 32, "sha256");
  const hmac = (text: string) => createHmac("sha256", salted).update(text).digest();
  const stored = createHash("sha256").update(hmac("Client Key")).digest("base64");
  return `SCRAM-SHA-256$4096:${salt.toString("base64")}$${stored}:${hmac("Server Key").toString("base64")}`;
}

function readKept(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, "utf8").split("\n");
  return new Map(
    lines.flatMap((line) =>
      line.includes("=") ? [[line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]] : [],
    ),
  );
}

/** Written whole or not at all: half a file of passwords would lock the service out. */
function writeKept(file: string, text: string): void {
  if (text === "" || (existsSync(file) && readFileSync(file, "utf8") === text)) return;
  mkdirSync(dirname(dirname(file)), { recursive: true });
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { mode: 0o700 });
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}
