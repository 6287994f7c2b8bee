import type { Logger } from "pino";
import type { Database } from "#db/client";
import type { Settings } from "#domain/settings";
import type { KeyRing } from "./sealing/key-ring.ts";

/** Everything that services need from outside, composed once a process in `compose.ts`. */
export type Context = {
  /** Only the unit of work opens it. */
  database: Database;
  keys: KeyRing;
  now: () => Date;
  /** A new UUIDv7. */
  newId: () => string;
  log: Logger;
  /** The settings that stand now; refreshed in the background. */
  settings: Settings;
  site: { origin: string; demo: boolean; mailboxDir: string | null };
};
