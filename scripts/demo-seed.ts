import { readConfig } from "#config";
import { composeContext } from "#services/compose";
import { seedDemo } from "#services/demo/seed-demo";

/*
 * Makes the people and the week of a demonstration; `npm start` runs it while the database is empty.
 *
 * node build/scripts/demo-seed.js
 */
const { context, close } = composeContext(readConfig(undefined, "command"), "demo-seed", 4);
try {
  const began = Date.now();
  const done = await seedDemo(context);
  context.log.info({ done, ms: Date.now() - began }, "demo");
} finally {
  await close();
}
