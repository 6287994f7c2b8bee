import { parseArgs } from "node:util";
import postgres from "postgres";
import { loadEnvironment, readConfig } from "#config";
import { composeContext } from "#services/compose";
import { seedPeople } from "#services/demo/seed-demo";
import { loadDemo } from "./load-demo.ts";

/*
 * npm run demo:load -- --contacts N [--seed S]
 * npm run demo:load -- --month 2012-03 [--seed S]
 *
 * Fills the demonstration of this DATA_DIR (or of DATABASE_URL, with DEMO=1) with N invented contacts: for figures at
 * the size of a real authority, and for looking at full boards. Or with that month of a real front door as it was: 801
 * contacts, 112 of them information only, 195 given advice and 494 referrals, which /insight/outcomes then counts.
 */
const { values } = parseArgs({
  options: {
    contacts: { type: "string" },
    month: { type: "string" },
    seed: { type: "string", default: "load" },
  },
});
const { month, seed } = values;
const contacts = Number(values.contacts);
const isMonth = month !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(month);
if (month === undefined ? !Number.isInteger(contacts) || contacts < 1 : !isMonth) {
  console.error(
    "How many, or which month? npm run demo:load -- --contacts 10000 [--seed any-word], or --month 2012-03",
  );
  process.exit(1);
}

// Whether this is a demonstration is written in the database, which refuses to be filled when it is a live one.
const config = readConfig({ ...loadEnvironment(), DEMO: "1" }, "command");
const { context, close } = composeContext(config, "demo-load", 4);
const sql = postgres(config.database.app, { max: 1, onnotice: () => undefined });
try {
  await seedPeople(context);
  const began = performance.now();
  let told = began;
  const per = (written: number) => Math.round(written / ((performance.now() - began) / 1000));
  const onProgress = (written: number) => {
    if (performance.now() - told < 5_000) return;
    told = performance.now();
    console.log(`${written} written, ${per(written)} a second`);
  };
  const what = month === undefined ? { contacts } : { month };
  const loaded = await loadDemo(context, config.database.app, { ...what, seed, onProgress });
  const [size] = await sql<
    { size: string }[]
  >`select pg_size_pretty(pg_database_size(current_database())) as size`;
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${loaded} contacts in ${seconds.toFixed(1)} s (${per(loaded)} a second), seed ${seed}; the database is ${size?.size} now`,
  );
} finally {
  await sql.end();
  await close();
}
