// @ts-check
// What `npm start` is asked to start, read from the environment.
import { join, resolve } from "node:path";

/**
 * @typedef {object} Plan
 * @property {string} dataDir
 * @property {boolean} embedded whether the database is our own
 * @property {boolean} demo
 * @property {string | undefined} owner the owner's address, when it was given as such
 * @property {string | undefined} database the address given as DATABASE_URL: the app's login, or the owner's
 * @property {number} port
 * @property {boolean} portGiven
 */

/** Variables with a login or a key in them: each process gets only its own. */
const secrets = [
  ...[
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "DATABASE_QUEUE_URL",
    "DATABASE_SEQUENCER_URL",
    "DATABASE_VERIFY_URL",
  ],
  ...["SEAL_KEYS", "LOOKUP_KEY", "AUDIT_KEY", "OIDC_CLIENT_SECRET", "SMTP_URL"],
];

/** @param {Record<string, string | undefined>} env @returns {Plan} @throws with what to change */
export function readPlan(env) {
  const embedded = !env.DATABASE_URL && !env.DATABASE_OWNER_URL;
  const demo = env.DEMO === "1" || (embedded && env.DEMO !== "0");
  if (demo && env.NODE_ENV === "production") {
    throw new Error(
      embedded
        ? "NODE_ENV is production, and a live service needs a database: set DATABASE_OWNER_URL (or DEMO=0 to use the embedded one)."
        : "NODE_ENV is production, and DEMO=1 would let anybody sign in as anybody: take one of them away.",
    );
  }
  if (env.PORT && !(/^\d{1,5}$/.test(env.PORT) && Number(env.PORT) > 0 && Number(env.PORT) < 65_536)) {
    throw new Error(`PORT is ${env.PORT}, which is no port number.`);
  }
  return {
    dataDir: resolve(env.DATA_DIR || ".data"),
    embedded,
    demo,
    owner: env.DATABASE_OWNER_URL || undefined,
    database: env.DATABASE_URL || undefined,
    port: Number(env.PORT || 3000),
    portGiven: Boolean(env.PORT),
  };
}

/**
 * The environment of each process: the operator's without any login or key, then what this one needs.
 *
 * @param {Record<string, string | undefined>} env
 * @param {Plan} plan
 * @param {{ port: number, logins: Record<"app" | "queue" | "sequencer", string | undefined>, keys: Record<string, string | undefined>, smtpUrl: string | undefined }} found
 * @returns {Record<"web" | "worker", Record<string, string | undefined>>}
 */
export function environments(env, plan, { port, logins, keys, smtpUrl }) {
  const common = {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !secrets.includes(name))),
    ...keys,
    ...(plan.demo ? demoSettings(plan) : {}),
    PORT: String(port),
    ORIGIN: env.ORIGIN || `http://localhost:${port}`,
    DATA_DIR: plan.dataDir,
    DATABASE_URL: logins.app,
  };
  const worker = {
    ...common,
    SMTP_URL: smtpUrl,
    DATABASE_QUEUE_URL: logins.queue,
    DATABASE_SEQUENCER_URL: logins.sequencer,
  };
  return { web: { ...common, OIDC_CLIENT_SECRET: env.OIDC_CLIENT_SECRET }, worker };
}

/** React's production build is five times as fast, so a demonstration runs it too. @param {Plan} plan */
function demoSettings(plan) {
  return { DEMO: "1", NODE_ENV: "production", MAILBOX_DIR: join(plan.dataDir, "mailbox") };
}

/** @param {Record<string, string | undefined>} env */
export function keysIn(env) {
  return { SEAL_KEYS: env.SEAL_KEYS, LOOKUP_KEY: env.LOOKUP_KEY, AUDIT_KEY: env.AUDIT_KEY };
}
