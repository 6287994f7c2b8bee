import { sql } from "drizzle-orm";
import { setting } from "#db/schema/directory";
import { reasonLine } from "#domain/admin-forms";
import { hubFormWords } from "#domain/hub-forms";
import { groupFacts, type SettingGroup } from "#domain/setting-groups";
import { settingsSchema, type SettingKey, type Settings } from "#domain/settings";
import { Conflict, Invalid } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";
import { standingSettings } from "./read-settings.ts";

/** What stands in a group, and what a form that is made from it brings along, to be told from a newer one. */
export type StandingGroup = { settings: Settings; version: number };

/** Waits for whoever is changing settings now: two changes at once would each be made from the same version. */
export async function lockSettings({ tx }: Unit): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('settings'))`);
}

export async function standingGroup(unit: Unit, group: SettingGroup): Promise<StandingGroup> {
  const keys = [...groupFacts[group].keys];
  const [found] = await unit.tx.execute<{ version: number }>(
    sql`select count(*)::int + 1 as version from setting where key in ${keys}`,
  );
  return { settings: await standingSettings(unit), version: found?.version ?? 1 };
}

type Keeping = {
  group: SettingGroup;
  standing: Settings;
  values: Partial<Record<SettingKey, unknown>>;
  reason: string;
  /** The field that something wrong with a value is told beside. */
  fieldAt?: (path: readonly PropertyKey[]) => string;
};

/**
 * Keeps a whole group as its next version, in the unit's transaction. The whole settings are checked as they will stand:
 * a value that does not fit would stop every process from reading any of them.
 * @throws Invalid by field
 */
export async function keepGroup(
  unit: Unit,
  { group, standing, values, reason, fieldAt }: Keeping,
): Promise<Settings> {
  const read = settingsSchema.safeParse({ ...standing, ...values });
  const why = reasonLine.safeParse(reason);
  if (!read.success || !why.success) {
    const problems: Record<string, string> = {};
    for (const { path, message } of read.error?.issues ?? [])
      problems[fieldAt?.(path) ?? "reason"] ??= hubFormWords(message);
    for (const { message } of why.error?.issues ?? []) problems["reason"] ??= hubFormWords(message);
    throw new Invalid(problems);
  }
  const changeId = unit.context.newId();
  const keys = groupFacts[group].keys;
  for (const key of keys)
    await unit.tx.insert(setting).values({
      ...{ key, value: read.data[key], setBy: unit.actor.kind === "staff" ? unit.actor.id : null },
      version: sql`(select coalesce(max(version), 0) + 1 from setting where key = ${key})`,
      ...{ setAt: unit.now, changeId, reason: why.data },
    });
  await unit.audit({ kind: "setting.changed", subjectId: changeId, facts: { group } });
  return read.data;
}

/** @throws Conflict when the group was changed since the form was made */
export function refuseStale(standing: StandingGroup, version: number): void {
  if (standing.version !== version)
    throw new Conflict("Somebody changed this meanwhile", { version: standing.version });
}
