import { max } from "drizzle-orm";
import { setting } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import { outOfDate } from "#domain/out-of-date";
import { may } from "#domain/permissions";
import type { SettingGroup } from "#domain/setting-groups";
import type { LastKept } from "#domain/setting-sources";
import type { SettingKey } from "#domain/settings";
import { localDate } from "#domain/time-words";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { standingGroup, type StandingGroup } from "./keep-group.ts";
import { standingSettings } from "./read-settings.ts";

/** What has to be looked at, and when each setting was last kept (an ISO date). */
export async function readOverview(
  context: Context,
  actor: StaffActor,
): Promise<{ due: { group: SettingGroup; words: string }[]; lastKept: LastKept }> {
  if (!may(actor, "administer")) throw new Forbidden("administer");
  return unitOfWork(context, actor, async (unit) => {
    const rows = await unit.tx
      .select({ key: setting.key, at: max(setting.setAt) })
      .from(setting)
      .groupBy(setting.key);
    const lastKept: LastKept = Object.fromEntries(
      rows.flatMap(({ key, at }) => (at === null ? [] : [[key as SettingKey, localDate(at)]])),
    );
    return { due: outOfDate(await standingSettings(unit), localDate(unit.now), lastKept), lastKept };
  });
}

/** What stands in a group, for its form. */
export async function readGroup(
  context: Context,
  actor: StaffActor,
  group: SettingGroup,
): Promise<StandingGroup> {
  if (!may(actor, "administer")) throw new Forbidden("administer");
  return unitOfWork(context, actor, (unit) => standingGroup(unit, group));
}
