/**
 * The same rules a second time, slowly, from nothing but Intl: no Temporal, no code of the product, and bank holidays
 * worked out by rule (Easter by Gauss's method, first and last Mondays, substitute days) with the one-off days of
 * these sixteen years written down. Used only to check the product's clocks.
 */
const formatter = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

export type Wall = { date: string; minute: number };

/** The clock on a London wall: "24/11/2026, 15:40" taken apart. */
export function onTheWall(at: number): Wall {
  const text = formatter.format(at);
  return {
    date: `${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)}`,
    minute: Number(text.slice(12, 14)) * 60 + Number(text.slice(15, 17)),
  };
}

const opens = 8 * 60 + 30;
const closes = 17 * 60;
const dayMs = 86_400_000;
const noonOf = (date: string) => Date.parse(`${date}T12:00:00Z`);
const dateOf = (noon: number) => new Date(noon).toISOString().slice(0, 10);
const weekday = (date: string) => new Date(noonOf(date)).getUTCDay();
const nextDate = (date: string) => dateOf(noonOf(date) + dayMs);

function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, "0")}-${String((f % 31) + 1).padStart(2, "0")}`;
}

function monday(year: number, month: string, which: "first" | "last"): string {
  let date = which === "first" ? `${year}-${month}-01` : `${year}-${month}-31`;
  while (weekday(date) !== 1) date = which === "first" ? nextDate(date) : dateOf(noonOf(date) - dayMs);
  return date;
}

function holidaysOf(year: number): string[] {
  const off: string[] = [];
  const substitute = (date: string) => {
    let day = date;
    while ([0, 6].includes(weekday(day)) || off.includes(day)) day = nextDate(day);
    off.push(day);
  };
  const easter = noonOf(easterSunday(year));
  off.push(dateOf(easter - 2 * dayMs), dateOf(easter + dayMs), monday(year, "08", "last"));
  // The early May holiday moved to VE Day in 2020; the spring one moved for jubilees in 2012 and 2022.
  off.push(year === 2020 ? "2020-05-08" : monday(year, "05", "first"));
  if (year === 2012) off.push("2012-06-04", "2012-06-05");
  else if (year === 2022) off.push("2022-06-02", "2022-06-03", "2022-09-19");
  else off.push(monday(year, "05", "last"));
  if (year === 2023) off.push("2023-05-08");
  substitute(`${year}-01-01`);
  // Boxing Day keeps its own date when it is a weekday; Christmas Day moves past it.
  const [christmas, boxing] = [`${year}-12-25`, `${year}-12-26`];
  if (![0, 6].includes(weekday(boxing))) off.push(boxing);
  substitute(christmas);
  if ([0, 6].includes(weekday(boxing))) substitute(boxing);
  return off;
}

const holidays = new Set<string>();
for (let year = 2012; year <= 2028; year++) for (const date of holidaysOf(year)) holidays.add(date);
export const slowHolidays: ReadonlySet<string> = holidays;

export function workingDate(date: string): boolean {
  return ![0, 6].includes(weekday(date)) && !holidays.has(date);
}

export function hubIsOpen(at: number): boolean {
  const { date, minute } = onTheWall(at);
  return workingDate(date) && minute >= opens && minute < closes;
}

/** The UTC instant of a wall time between opening and closing: London is at most one hour from UTC. */
function instant(date: string, minute: number): number {
  for (const offset of [0, 60]) {
    const at = Date.parse(`${date}T00:00Z`) + (minute - offset) * 60_000;
    const wall = onTheWall(at);
    if (wall.date === date && wall.minute === minute) return at;
  }
  throw new Error(`no such wall time: ${date} ${minute}`);
}

function workingDateAfter(date: string): string {
  let next = nextDate(date);
  while (!workingDate(next)) next = nextDate(next);
  return next;
}

/** Whole minutes only. */
export function slowDecisionDeadline(at: number): number {
  const { date, minute } = onTheWall(at);
  if (workingDate(date) && minute < opens) return instant(date, closes);
  if (workingDate(date) && minute < closes) return instant(workingDateAfter(date), minute);
  return instant(workingDateAfter(date), closes);
}

/** Counts the open minutes one at a time. */
export function slowWorkingMinutes(from: number, to: number): number {
  let open = 0;
  for (let at = from; at < to; at += 60_000) if (hubIsOpen(at)) open++;
  return open;
}
