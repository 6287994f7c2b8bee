import { pino } from "pino";
import { openDatabase } from "#db/client";
import { defaultSettings } from "#domain/settings";
import { openProvider, type ProviderSettings } from "./accounts/provider.ts";
import type { Context } from "./context.ts";
import { newId } from "./new-id.ts";
import type { LookupKeys } from "./sealing/key-ring.ts";
import { readSettings } from "./settings/read-settings.ts";

/** The part of the configuration that services need; `config.ts` has it all. */
export type Parts = {
  database: { app: string };
  sealKeys: { keys: ReadonlyMap<number, Buffer>; current?: number };
  lookupKeys: LookupKeys;
  origin: string;
  demo: boolean;
  mailboxDir?: string;
  /** Developers may offer the trial language. */
  trialLanguage?: boolean;
  logLevel: string;
  identityProvider?: ProviderSettings | null;
  /** Where the provider sends browsers back to: a path of the web's. */
  providerBackPath?: string;
};

/** A changed setting is in force everywhere within this time. */
const settingsAgeMs = 10_000;

/**
 * Composes what services need, once a process. Nothing is connected yet: a database that is down now answers later.
 * @param processName shown in the database's list of connections and on every log line
 */
export function composeContext(
  parts: Parts,
  processName: string,
  connections?: number,
): { context: Context; close: () => Promise<void> } {
  const database = openDatabase(parts.database.app, `front-door-${processName}`, connections);
  const context: Context = {
    database,
    keys: {
      wrapping: parts.sealKeys.keys,
      ...(parts.sealKeys.current === undefined ? {} : { wrapWith: parts.sealKeys.current }),
      lookup: parts.lookupKeys,
    },
    now: () => new Date(),
    newId,
    log: pino({ name: processName, level: parts.logLevel, base: { name: processName } }),
    settings: defaultSettings,
    mailer: null,
    scanner: null,
    writeEmail: null,
    provider:
      parts.identityProvider && parts.providerBackPath !== undefined
        ? openProvider(parts.identityProvider, parts.origin, parts.providerBackPath)
        : null,
    site: {
      ...{ origin: parts.origin, demo: parts.demo, mailboxDir: parts.mailboxDir ?? null },
      trialLanguage: parts.trialLanguage ?? false,
    },
  };
  const refresh = () =>
    readSettings(context).then(
      (settings) => {
        context.settings = settings;
      },
      () => context.log.warn("settings could not be read; the ones before stand"),
    );
  void refresh();
  const timer = setInterval(() => void refresh(), settingsAgeMs).unref();
  return {
    context,
    close: async () => {
      clearInterval(timer);
      await database.close();
    },
  };
}
