import { parseArgs } from "node:util";
import { href } from "#app/href";
import { ConfigError, readConfig } from "#config";
import { invitationHours } from "#domain/sign-in";
import { makeFirstAdministrator } from "#services/accounts/make-first-administrator";
import { composeContext } from "#services/compose";
import { databaseCode } from "#services/database-errors";
import { Conflict, Invalid, Unavailable, WrongInstallation } from "#services/errors";

/*
 * npm run admin:first -- --name "Jo Reed" --email jo.reed@council.gov.uk
 *
 * Makes the first administrator of a live service and prints the code with which they set up their account. Nothing but
 * this terminal shows it: no email is sent. Needs the settings of the web process, and the database migrated.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const usage = 'Say who it is: npm run admin:first -- --name "Jo Reed" --email jo.reed@council.gov.uk';

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { name: { type: "string" }, email: { type: "string" } } });
  const { name, email } = values;
  if (name === undefined || email === undefined) throw new Invalid({ usage });
  const config = readConfig(undefined, "command");
  const { context, close } = composeContext(config, "admin-first", 1);
  try {
    const made = await makeFirstAdministrator(context, { name, email });
    say(`${made.email} is the first administrator when they have set up their account:`);
    say(`  1. open ${config.origin}${href("account.join")} and type ${made.email}`);
    say(`  2. type this code: ${made.code}`);
    say(
      `It is shown only now, and works for ${invitationHours.invitation / 24} days, until the account is set up.`,
    );
    say("Give it to them yourself. For a new one, which ends this one, run the command again.");
  } finally {
    await close();
  }
}

/** What an operator can mend, in words; anything else with its trace. */
function words(error: unknown): string {
  if (error instanceof Invalid) return Object.values(error.problems).join("\n");
  if (error instanceof WrongInstallation) return error.message;
  if (error instanceof Unavailable) return "The database cannot be reached.";
  if (error instanceof ConfigError || error instanceof Conflict) return error.message;
  // The driver's message would show the statement and its values.
  const refused = databaseCode(error);
  if (refused !== null && /^[\dA-Z]{5}$/.test(refused))
    return `The database refused (${refused}). Was it brought up to date with npm run migrate?`;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")
    ? usage
    : String(error);
}

await run().catch((error: unknown) => {
  process.stderr.write(`${words(error)}\n`);
  process.exitCode = 1;
});
