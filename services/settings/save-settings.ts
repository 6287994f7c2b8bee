import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import type { SettingGroup } from "#domain/setting-groups";
import { readSettingForm, type TypedSettings } from "#domain/setting-values";
import { localDate } from "#domain/time-words";
import type { Settings } from "#domain/settings";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { keepGroup, lockSettings, refuseStale, standingGroup } from "./keep-group.ts";

type Saving = { group: SettingGroup; version: number; typed: TypedSettings; reason: string };

/**
 * Keeps what a settings form says as the group's next version. In force in this process when it returns, and in every
 * other within seconds (services/compose.ts).
 * @throws Invalid by field; Conflict when somebody changed the group since the form was made
 */
export async function saveSettings(
  context: Context,
  actor: StaffActor,
  { group, version, typed, reason }: Saving,
): Promise<void> {
  await changing(context, actor, async (unit) => {
    const standing = await standingGroup(unit, group);
    refuseStale(standing, version);
    const { settings } = standing;
    const { values, fieldAt } = readSettingForm(group, typed, settings);
    return keepGroup(unit, { group, standing: settings, values, reason, fieldAt });
  });
}

/** Keeps that somebody rang a helpline, or looked at its own website, today. */
export async function checkHelpline(context: Context, actor: StaffActor, id: string): Promise<void> {
  await changing(context, actor, async (unit) => {
    const { settings } = await standingGroup(unit, "helplines");
    const line = settings.helplines.find((one) => one.id === id);
    if (!line) throw new NotFound("no such helpline");
    const today = localDate(unit.now);
    const helplines = settings.helplines.map((one) => (one.id === id ? { ...one, checkedOn: today } : one));
    const reason = `Checked today: ${line.name}`;
    return keepGroup(unit, { group: "helplines", standing: settings, values: { helplines }, reason });
  });
}

/** Changes settings one after another, and takes what then stands into this process at once. */
export async function changing(
  context: Context,
  actor: StaffActor,
  change: (unit: Unit) => Promise<Settings>,
): Promise<void> {
  if (!may(actor, "administer")) throw new Forbidden("administer");
  context.settings = await unitOfWork(context, actor, async (unit) => {
    await lockSettings(unit);
    return change(unit);
  });
}
