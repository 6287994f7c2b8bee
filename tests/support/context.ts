import { randomBytes } from "node:crypto";
import { openDatabase } from "#db/client";
import { defaultSettings } from "#domain/settings";
import type { Context } from "#services/context";
import { newId } from "#services/new-id";
import { pino } from "pino";
import { testDatabase, type TestDatabase } from "./database.ts";

export type TestContext = {
  context: Context;
  database: TestDatabase;
  /** Sets the clock that services read; null lets it run. */
  at: (moment: Date | null) => void;
  close: () => Promise<void>;
};

/** Services on a database of their own, with a settable clock and keys made for this test. */
export async function testContext(server?: string): Promise<TestContext> {
  const database = await testDatabase(server);
  const pool = openDatabase(database.app, "test", 25);
  let fixed: Date | null = null;
  const context: Context = {
    database: pool,
    keys: {
      wrapping: new Map([[1, randomBytes(32)]]),
      lookup: { current: 1, keys: new Map([[1, randomBytes(32)]]) },
    },
    now: () => fixed ?? new Date(),
    newId,
    log: pino({ level: "silent" }),
    settings: defaultSettings,
    mailer: null,
    scanner: null,
    writeEmail: null,
    provider: null,
    site: { origin: "http://localhost:3000", demo: true, mailboxDir: null, trialLanguage: false },
  };
  return {
    context,
    database,
    at: (moment) => {
      fixed = moment;
    },
    close: async () => {
      await pool.close();
      await database.drop();
    },
  };
}
