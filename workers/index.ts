import { constants, setPriority } from "node:os";
import { createMailer } from "#emails/transport";
import { ConfigError, loadEnvironment, readConfig, type Config } from "#config";
import { composeContext } from "#services/compose";
import { openScanner } from "#services/files/clamav";
import { codeOf } from "./backend.ts";
import { startWorker, type RunningWorker } from "./start-worker.ts";

// Where web runs beside it, whoever waits for a page goes first; what is owed has its own clock.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/** Five jobs at once in three queues, the timers, and a few to spare. */
const connections = 18;

function configured(): Config {
  try {
    return readConfig(loadEnvironment(), "worker");
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const config = configured();
const { context, close } = composeContext(config, "worker", connections);
const { log } = context;
if (config.smtpUrl)
  context.mailer = createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom, origin: config.origin });
else log.warn("no SMTP_URL: emails stay owed");
if (config.scannerUrl) context.scanner = openScanner(config.scannerUrl);
else log.warn("no SCANNER_URL: nobody looks through files for viruses");

const leaving = new AbortController();
let worker: RunningWorker | undefined;

/** Whatever happens while stopping, a supervisor gets its answer. */
const hardStopMs = 15_000;

async function leave(code: number): Promise<void> {
  if (leaving.signal.aborted) return;
  leaving.abort();
  setTimeout(() => process.exit(code || 1), hardStopMs).unref();
  await worker?.close();
  await close();
  process.exit(code);
}

function fail(why: string): void {
  log.fatal({ why }, "the worker stops for its supervisor");
  void leave(1);
}

for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.on(signal, () => {
    log.info({ signal }, "the worker stops");
    void leave(0);
  });
// What is half done is found by its lease or its lock; going on after an error nobody expected is worse.
process.on("uncaughtException", (error) => {
  log.fatal({ problem: codeOf(error) }, "uncaught");
  process.exit(1);
});
process.on("unhandledRejection", (error) => {
  log.fatal({ problem: codeOf(error) }, "unhandled");
  process.exit(1);
});

try {
  worker = await startWorker(config, context, fail, { signal: leaving.signal });
  log.info({ queue: config.redisUrl ? "redis" : "postgres" }, "ready");
  process.send?.("ready");
} catch (error) {
  // Our own refusals are sentences for the operator; any other message could hold an address or a value.
  const ours = error instanceof Error && ["Unsuitable", "ClockSkewed"].includes(error.name);
  if (!leaving.signal.aborted) fail(ours ? error.message : codeOf(error));
}
