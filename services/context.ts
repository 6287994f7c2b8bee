import type { Logger } from "pino";
import type { Database } from "#db/client";
import type { Said } from "#domain/messages";
import type { Settings } from "#domain/settings";
import type { Provider } from "./accounts/provider.ts";
import type { Scanner } from "./files/scanner.ts";
import type { Mailer } from "./mail/mailer.ts";
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
  /** Null where no mail is sent from: in the web process, and in a worker without a mail server. */
  mailer: Mailer | null;
  /** Null where files are not looked through: in the web process, and where no scanner is set. */
  scanner: Scanner | null;
  /** Writes an email as it would be sent, for whoever looks at the texts; null where none are shown. */
  writeEmail: ((said: Said) => { subject: string; text: string }) | null;
  /** Set while a kept form is shown again: no unit of work may run, so nothing that was kept can carry itself out. */
  showingKeptForm?: true;
  /** The council's own sign-in; null where there is none. */
  provider: Provider | null;
  site: { origin: string; demo: boolean; mailboxDir: string | null; trialLanguage: boolean };
};
