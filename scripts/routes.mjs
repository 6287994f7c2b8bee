// @ts-check
// npm run routes [-- WORD ...]: the map of app/routes.js as a table. Words keep the rows that hold them: in the path,
// in the file, in the name that href() takes, or among those who may come in.
import { pathToFileURL } from "node:url";
import { routes } from "../app/routes.js";

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {string} path
 * @property {string} file
 * @property {string | readonly string[]} access
 * @property {string} [stepUp]
 */

/** Who uses the pages of a folder of app/routes, in the order in which a contact comes past them. @type {Record<string, string>} */
export const folderWords = {
  "": "The front page",
  report: "Telling the hub about a child",
  track: "Coming back to a form, and what became of it",
  help: "Help and small print",
  hub: "The hub: screeners and managers",
  advice: "The advice team",
  "social-work": "Social-work teams",
  strategy: "Strategy discussions",
  lado: "The designated officer",
  partner: "Partner agencies",
  police: "Police forces: files of notices",
  records: "Keeping records, and restricted people, for those who answer for them",
  insight: "Figures",
  account: "Signing in and accounts",
  admin: "Administrators and auditors",
  api: "For partners' own systems",
  demo: "Demo mode",
  system: "For machines, and what is not found",
};

/** @type {Record<string, string>} */
const accessWords = {
  public: "anybody",
  demo: "anybody, in demo mode only",
  key: "a machine with a partner's key",
  session: "whoever signed in, also behind a locked screen",
  "signed-in": "whoever signed in",
};

/** @type {Record<string, string>} */
const proofWords = {
  page: "with a fresh proof of who they are",
  post: "to change anything: with a fresh proof of who they are",
};

/** @param {Row} row */
export function whoMayEnter({ access, stepUp }) {
  const who = typeof access === "string" ? accessWords[access] : access.join(", ").replaceAll("_", " ");
  if (who === undefined) throw new Error(`Nothing says in words who ${String(access)} is`);
  return stepUp === undefined ? who : `${who}; ${proofWords[stepUp] ?? stepUp}`;
}

/** @param {string} file */
const folderOf = (file) => /^routes\/([^/]+)\//.exec(file)?.[1] ?? "";

/** Ten roles in one line would not fit beside two other columns. @param {string} words @param {number} width */
function wrapped(words, width) {
  /** @type {string[]} */
  const lines = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const whoWidth = 44;

/** @param {readonly Row[]} rows @param {readonly string[]} words @returns {string[]} the lines of the table */
export function routeTable(rows, words = []) {
  const shown = rows.filter((row) => {
    const text = [row.name, row.path, row.file, whoMayEnter(row)].join(" ").toLowerCase();
    return words.every((word) => text.includes(word.toLowerCase()));
  });
  if (shown.length === 0) return [`No page has ${words.join(" and ")} in its row`];
  const pathWidth = Math.max(...shown.map(({ path }) => path.length));
  const lines = [`${"Path".padEnd(pathWidth)}  ${"Who may come in".padEnd(whoWidth)}  File`];
  for (const [folder, heading] of Object.entries(folderWords)) {
    const here = shown.filter(({ file }) => folderOf(file) === folder);
    if (here.length === 0) continue;
    lines.push("", heading);
    for (const row of here) {
      const [first = "", ...more] = wrapped(whoMayEnter(row), whoWidth);
      lines.push(`${row.path.padEnd(pathWidth)}  ${first.padEnd(whoWidth)}  app/${row.file}`);
      lines.push(...more.map((line) => `${" ".repeat(pathWidth)}  ${line}`));
    }
  }
  return lines;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(routeTable(routes, process.argv.slice(2)).join("\n"));
