import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ConfigError, readConfig } from "#config";
import { localDate } from "#domain/time-words";
import { composeContext } from "#services/compose";
import { databaseCode } from "#services/database-errors";
import { Conflict, Invalid, Unavailable, WrongInstallation } from "#services/errors";
import { readCaseFile } from "#services/open-cases/read-case-file";
import { replaceOpenCases, type MuchSmaller } from "#services/open-cases/replace-open-cases";

/*
 * npm run open-cases:load -- FILE.csv --as-at 2026-11-24T05:00:00Z [--fewer-is-right]
 *
 * Puts a list of open cases, as the case-management system exports it, in the place of the last one: the whole list or
 * none of it. What it says holds nothing of what the file says about anybody. Ends with 2 when lines could not be
 * taken, with 1 when nothing was. docs/guides/operator.md has the columns.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const usage =
  "Name the file and when it was exported: npm run open-cases:load -- FILE.csv --as-at 2026-11-24T05:00:00Z";

/** More are mended with these. */
const linesShown = 100;

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "as-at": { type: "string" }, "fewer-is-right": { type: "boolean" } },
  });
  const [file] = positionals;
  const asAt = new Date(values["as-at"] ?? "");
  if (file === undefined || Number.isNaN(asAt.getTime())) throw new Invalid({ usage });
  const bytes = readFileSync(file);
  const { context, close } = composeContext(readConfig(undefined, "command"), "open-cases", 1);
  try {
    const { rows, unknownColumns } = readCaseFile(bytes, localDate(context.now()));
    const fewerIsRight = values["fewer-is-right"] === true;
    const taken = await replaceOpenCases(context, { asAt, how: "command", rows, fewerIsRight });
    if (unknownColumns.length > 0) say(`Columns that were left out: ${unknownColumns.join(", ")}`);
    for (const { line, field, says } of taken.refused.slice(0, linesShown))
      say(`Line ${line}, ${field}: ${says}`);
    if (taken.refused.length > linesShown) say(`and ${taken.refused.length - linesShown} more`);
    if (taken.noneClosed) say("A line has no case number, so no case was closed: mend it and load again.");
    if (taken.workersUnknown > 0)
      say(`Cases whose worker's email nobody of the council has here: ${taken.workersUnknown}`);
    say(
      `${taken.cases} open cases as at ${asAt.toISOString()}: ${taken.opened} opened, ${taken.changed} changed, ${taken.closed} closed, ${taken.refused.length} not taken.`,
    );
    if (taken.refused.length > 0) process.exitCode = 2;
  } finally {
    await close();
  }
}

/** What an operator can mend, in words; anything else with its trace. */
function words(error: unknown): string {
  if (error instanceof Invalid) return Object.values(error.problems).join("\n");
  if (error instanceof Conflict) {
    const { cases, open } = (error as Conflict<MuchSmaller>).details;
    return `The file has ${cases} cases and ${open} are open: more than a fifth would be closed. Nothing was taken. Look at the export; if it is right, add --fewer-is-right.`;
  }
  if (error instanceof ConfigError || error instanceof WrongInstallation) return error.message;
  if (error instanceof Unavailable) return "The database cannot be reached.";
  // The driver's message would show the statement and its values.
  const refused = databaseCode(error);
  if (refused !== null) return `The database refused (${refused}).`;
  if (error instanceof Error && "code" in error)
    return `The file cannot be read (${String(error.code)}).\n${usage}`;
  return String(error);
}

await run().catch((error: unknown) => {
  process.stderr.write(`${words(error)}\n`);
  process.exitCode = 1;
});
