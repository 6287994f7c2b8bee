import { sql } from "drizzle-orm";
import { setting } from "#db/schema/directory";
import { defaultSettings, settingsSchema, type Settings } from "#domain/settings";
import type { Context } from "../context.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

/** The settings that stand: the highest version of each key over the defaults. */
export async function readSettings(context: Context): Promise<Settings> {
  return unitOfWork(context, { kind: "system", process: "settings" }, standingSettings);
}

/** The same inside a unit of work: not the process's copy, which may be seconds old. */
export async function standingSettings({ tx }: Pick<Unit, "tx">): Promise<Settings> {
  const rows = await tx
    .selectDistinctOn([setting.key], { key: setting.key, value: setting.value })
    .from(setting)
    .orderBy(setting.key, sql`${setting.version} desc`);
  return settingsSchema.parse({
    ...defaultSettings,
    ...Object.fromEntries(rows.map((row) => [row.key, row.value])),
  });
}
