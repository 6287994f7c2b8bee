import { createMailer } from "#emails/transport";
import { loadEnvironment, readConfig } from "#config";
import { composeContext } from "#services/compose";
import { startWorker } from "#workers/start-worker";
import { quickPace } from "./worker.ts";

/*
 * The worker process of workers/index.ts at the pace of a test, for tests that kill it: what it leaves is found in two
 * or three seconds instead of seven.
 */
const config = readConfig(loadEnvironment(), "worker");
const { context } = composeContext(config, "worker", 18);
if (config.smtpUrl)
  context.mailer = createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom, origin: config.origin });
// On a busy machine a job can wait longer than the shortest lease, and would be put into the queue again.
const at = { ...quickPace, relay: { ...quickPace.relay, leaseSeconds: 10 } };
await startWorker(config, context, (why) => context.log.fatal({ why }), { at });
context.log.info("ready");
