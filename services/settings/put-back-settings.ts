import { and, eq, inArray } from "drizzle-orm";
import { setting } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import { groupFacts, type SettingGroup } from "#domain/setting-groups";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { keepGroup, refuseStale, standingGroup } from "./keep-group.ts";
import { changing } from "./save-settings.ts";

/**
 * Makes an earlier version of a group stand again, as a new version: nothing that was kept is taken away.
 * @throws NotFound; Invalid without a reason, or when it no longer fits the rules; Conflict as when saving
 */
export async function putBackSettings(
  context: Context,
  actor: StaffActor,
  asked: { group: SettingGroup; version: number; changeId: string; reason: string },
): Promise<void> {
  const { group, version, changeId, reason } = asked;
  await changing(context, actor, async (unit) => {
    const standing = await standingGroup(unit, group);
    refuseStale(standing, version);
    const rows = isId(changeId)
      ? await unit.tx
          .select({ key: setting.key, value: setting.value })
          .from(setting)
          .where(and(eq(setting.changeId, changeId), inArray(setting.key, [...groupFacts[group].keys])))
      : [];
    if (rows.length === 0) throw new NotFound("no such version");
    const values = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
    return keepGroup(unit, { group, standing: standing.settings, values, reason });
  });
}
