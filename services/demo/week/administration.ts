import { eq } from "drizzle-orm";
import { organisation, team } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import { typedFrom, type TypedSettings } from "#domain/setting-values";
import type { SettingGroup } from "#domain/setting-groups";
import { localDate } from "#domain/time-words";
import type { Context } from "../../context.ts";
import { proposeAddress } from "../../directory/change-address.ts";
import { changeTeam } from "../../directory/change-team.ts";
import { readGroup } from "../../settings/read-groups.ts";
import { readSettings } from "../../settings/read-settings.ts";
import { saveSettings } from "../../settings/save-settings.ts";
import { unitOfWork } from "../../unit-of-work.ts";
import { openStage, type Stage } from "./stage.ts";

const dayMs = 86_400_000;

/**
 * What the two administrators did before the week that is played: versions to look at, a few things that are out of date,
 * and an address that waits for the second of them.
 */
export async function playAdministration(context: Context): Promise<void> {
  const stage = await openStage(context);
  const daysAgo = (days: number) => new Date(context.now().getTime() - days * dayMs);
  const [alan, meera] = [stage.person("Alan Frost"), stage.person("Meera Joshi")];
  const day = (days: number) => localDate(daysAgo(days));

  await save(stage, daysAgo(210), alan, "hub", "The switchboard answers until the night team has a line", {
    "phones.night": "01234 567 890",
  });
  await save(stage, daysAgo(160), meera, "hub", "The night team has a line of its own", {
    "phones.night": "01234 567 899",
  });
  await save(stage, daysAgo(150), alan, "helplines", "Rang all of them", {
    ...{ "helplines.0.hours": "Day and night", "helplines.0.checkedOn": day(150) },
    ...{
      "helplines.1.checkedOn": day(150),
      "helplines.2.checkedOn": day(150),
      "helplines.3.checkedOn": day(150),
    },
  });
  await save(stage, daysAgo(12), meera, "helplines", "Looked at Childline’s website", {
    "helplines.0.checkedOn": day(12),
  });
  await save(stage, daysAgo(140), alan, "statutory", "Checked against our procedures", {
    "sources.childSeenSection47Hours.source": "Anytown child protection procedures, chapter 4",
    "sources.childSeenSection47Hours.reviewBy": day(9),
  });
  await moveAreas(stage, daysAgo(90), alan);
  await proposeInbox(stage, daysAgo(1), meera);
  context.settings = await readSettings(context);
}

async function save(
  stage: Stage,
  moment: Date,
  by: StaffActor,
  group: SettingGroup,
  reason: string,
  typed: TypedSettings,
): Promise<void> {
  const then = stage.at(moment);
  const { settings, version } = await readGroup(then, by, group);
  await saveSettings(then, by, {
    group,
    version,
    reason,
    typed: { ...typedFrom(group, settings), ...typed },
  });
}

async function moveAreas(stage: Stage, moment: Date, by: StaffActor): Promise<void> {
  const then = stage.at(moment);
  const [found] = await unitOfWork(then, by, ({ tx }) =>
    tx.select().from(team).where(eq(team.name, "South assessment")),
  );
  if (!found) throw new Error("the demonstration has no such team");
  const { id, name, fromAge, toAge, areas, needs } = found;
  const with7 = { name, fromAge, toAge, needs, reason: "They take AB7 while East is short of people" };
  await changeTeam(then, by, id, { ...with7, areas: [...areas, "AB7"] });
  const back = stage.at(new Date(moment.getTime() + 30 * dayMs));
  await changeTeam(back, by, id, { ...with7, areas, reason: "East is complete again" });
}

async function proposeInbox(stage: Stage, moment: Date, by: StaffActor): Promise<void> {
  const then = stage.at(moment);
  const [found] = await unitOfWork(then, by, ({ tx }) =>
    tx.select().from(organisation).where(eq(organisation.name, "Open Door Anytown")),
  );
  if (!found) throw new Error("the demonstration has no such organisation");
  await proposeAddress(then, by, {
    addressee: { of: "organisation", id: found.id },
    ...{ newEmail: "safeguarding@open-door.example", reason: "They have one inbox for all of it now" },
  });
}
