import { bankHolidaysKnownUntil } from "./bank-holidays.ts";
import { groupOf, type SettingGroup } from "./setting-groups.ts";
import { settingSources, settingsToReview, standingSource, type LastKept } from "./setting-sources.ts";
import type { Settings } from "./settings.ts";
import { longDate } from "./time-words.ts";

/** A helpline that nobody checked for so long may have another number or other hours by now. */
const helplineCheckDays = 90;
/** gov.uk publishes two years ahead: half a year before the list ends a new one can be had. */
const holidayWarningDays = 180;

const dayMs = 86_400_000;
/** Whole days from one ISO date to another. */
const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

const isStale = ({ checkedOn }: Settings["helplines"][number], today: string) =>
  checkedOn === null || daysFrom(checkedOn, today) >= helplineCheckDays;

/** What an administrator has to look at, most pressing first: a sentence each, and the form that it leads to. */
export function outOfDate(
  settings: Settings,
  today: string,
  lastKept: LastKept = {},
): { group: SettingGroup; words: string }[] {
  const found: { group: SettingGroup; words: string }[] = [];
  const stale = settings.helplines.filter((line) => isStale(line, today)).length;
  if (stale > 0)
    found.push({
      group: "helplines",
      words: `${stale} ${stale === 1 ? "helpline entry" : "helpline entries"} not checked for ${helplineCheckDays} days`,
    });
  for (const key of settingsToReview(today, settings, lastKept)) {
    const group = groupOf(key);
    const { reviewBy } = standingSource(key, settings, lastKept);
    const words = `“${settingSources[key].label}” was to be looked at again by ${longDate(reviewBy)}`;
    if (group !== null && key !== "helplines") found.push({ group, words });
  }
  if (daysFrom(today, bankHolidaysKnownUntil) < holidayWarningDays)
    found.push({
      group: "holidays",
      words: `Bank holidays are known until ${longDate(bankHolidaysKnownUntil)} and not after. Ask for a newer release`,
    });
  return found;
}
