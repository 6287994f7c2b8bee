import { sql } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { groupFacts, type SettingGroup } from "#domain/setting-groups";
import { differences, type SettingDifference } from "#domain/setting-values";
import { defaultSettings, type Settings } from "#domain/settings";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { standingGroup } from "./keep-group.ts";

export type SettingVersion = {
  /** Null for what was set before changes were kept whole: it cannot be put back. */
  changeId: string | null;
  number: number;
  at: Date;
  /** Null when no person did: a command or the demonstration. */
  by: string | null;
  reason: string | null;
  changed: SettingDifference[];
  stands: boolean;
};

export type VersionPage = { version: number; versions: SettingVersion[]; page: number; pages: number };

const pageSize = 20;

/** The versions of a group, newest first: who kept each, when and why, and what it made different. */
export async function listVersions(
  context: Context,
  actor: StaffActor,
  { group, page }: { group: SettingGroup; page: number },
): Promise<VersionPage> {
  if (!may(actor, "administer")) throw new Forbidden("administer");
  return unitOfWork(context, actor, async (unit) => {
    const keys = [...groupFacts[group].keys];
    const rows = await unit.tx.execute<Row>(sql`
      with kept as (
        select key, value, set_by, set_at, reason, change_id, coalesce(change_id::text, set_at::text) as change,
          lag(value) over (partition by key order by version) as before
        from setting where key in ${keys})
      select kept.change_id, kept.set_at, kept.reason, staff.name as by,
        row_number() over (order by kept.set_at, kept.change)::int as number, count(*) over ()::int as total,
        json_object_agg(kept.key, kept.value) as after,
        coalesce(json_object_agg(kept.key, kept.before) filter (where kept.before is not null), '{}') as before
      from kept left join staff on staff.id = kept.set_by
      group by kept.change, kept.change_id, kept.set_at, kept.reason, staff.name
      order by kept.set_at desc, kept.change desc
      limit ${pageSize} offset ${(page - 1) * pageSize}`);
    const total = rows[0]?.total ?? 0;
    const { version } = await standingGroup(unit, group);
    return {
      version,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
      versions: rows.map((row) => ({
        ...{ changeId: row.change_id, number: row.number, at: new Date(row.set_at), by: row.by },
        ...{ reason: row.reason, stands: row.number === total, changed: changedIn(group, row) },
      })),
    };
  });
}

type Row = {
  change_id: string | null;
  set_at: string;
  reason: string | null;
  by: string | null;
  number: number;
  total: number;
  after: Partial<Settings>;
  before: Partial<Settings>;
};

function changedIn(group: SettingGroup, { before, after }: Row): SettingDifference[] {
  const old = { ...defaultSettings, ...before };
  return differences(group, old, { ...old, ...after });
}
