import { ConfigError, readConfig } from "#config";
import { composeContext } from "#services/compose";
import { Unavailable, WrongInstallation } from "#services/errors";
import { rekeyChildren } from "#services/contacts/rekey-children";
import { rekeySenders } from "#services/senders/rekey-senders";
import { rewrapKeys } from "#services/sealing/rewrap-keys";

/*
 * npm run keys:rewrap
 *
 * Wraps every data key with the version of the sealing key that is in use, and makes the hashes by which children are found
 * anew with that of the lookup key, while web and worker run. Needs the settings of the web process. It may be stopped and run again; docs/guides/operator.md says when.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Tells of every ten thousand. */
function inSteps(what: string): (done: number) => void {
  let told = 0;
  return (done) => {
    if (done - told < 10_000) return;
    told = done;
    say(`${done} ${what}`);
  };
}

async function run(): Promise<void> {
  const { context, close } = composeContext(readConfig(undefined, "command"), "keys-rewrap", 1);
  try {
    const { version, rewrapped } = await rewrapKeys(context, inSteps("wrapped anew"));
    say(`Every data key is wrapped with version ${version}. Wrapped anew just now: ${rewrapped}.`);
    const found = await rekeyChildren(context, inSteps("children kept anew"));
    say(`Every child is found with version ${found.version}. Kept anew just now: ${found.children}.`);
    say(`Every sender, too. Kept anew just now: ${await rekeySenders(context)}.`);
  } finally {
    await close();
  }
}

await run().catch((error: unknown) => {
  const known =
    error instanceof ConfigError || error instanceof WrongInstallation || error instanceof Unavailable;
  process.stderr.write(`${known ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
