import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { href } from "#app/href";
import { kindOf } from "#app/http/kind-of-error";
import { createWebServer, stop } from "#app/http/web-server";
import { readConfig } from "#config";
import { composeContext } from "#services/compose";
import { writeEmail } from "#emails/index";
import { WrongInstallation } from "#services/errors";
import { checkInstallation } from "#services/health/check-installation";

const config = readConfig();
const { context, close } = composeContext(
  { ...config, providerBackPath: href("account.provider-back") },
  "web",
);

// What nobody caught: its words may be what somebody typed, so only its kind and where it was thrown are written down.
// Going on could answer the next person wrongly; a supervisor starts it again.
for (const what of ["uncaughtException", "unhandledRejection"] as const)
  process.on(what, (error: unknown) => {
    context.log.fatal({ ...kindOf(error), what }, "web stops");
    process.exit(1);
  });

context.writeEmail = (said) => writeEmail(said, { ...context.settings, origin: config.origin });

try {
  await checkInstallation(context);
} catch (error) {
  // A database that is away is no reason to stay away too: the pages then say whom to call.
  if (!(error instanceof WrongInstallation)) context.log.warn("the database does not answer yet");
  else {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

// Compiled, this file stands in build/ beside what Vite made; as source, one folder above it.
const built = new URL(import.meta.url.endsWith(".ts") ? "./build/" : "./", import.meta.url);
const build = (await import(new URL("server/index.js", built).href)) as ServerBuild;

const server = createWebServer({
  context,
  rules: { origin: config.origin, demo: config.demo, trustedProxies: config.trustedProxies },
  build,
  clientFolder: fileURLToPath(new URL("client", built)),
});

let stopping = false;
async function shutDown(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  context.log.info({ signal }, "web stops");
  await stop(server);
  await close();
}
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void shutDown(signal));

server.on("error", (error: NodeJS.ErrnoException) => {
  context.log.fatal({ code: error.code, host: config.host, port: config.port }, "web cannot listen");
  process.exitCode = 1;
  void close();
});
server.listen(config.port, config.host, () => {
  context.log.info({ host: config.host, port: config.port }, "web listens");
});
