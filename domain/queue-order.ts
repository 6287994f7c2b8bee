import { dangerFacts, type UrgencyFacts } from "./clocks.ts";
import { ratingFace } from "./rating.ts";
import { nearDayAndTime, timeLeft, timeOfDay } from "./time-words.ts";
import { nextClosing, type WorkingCalendar } from "./working-calendar.ts";

/** What the queue's order depends on, for one contact that is not decided. */
export type QueueRow = UrgencyFacts & {
  id: string;
  bundleId: string | null;
  receivedAt: Date;
  rateBy: Date;
  decideBy: Date;
};

export type Lane = "rate" | "work";

export const laneOf = (row: Pick<QueueRow, "rating">): Lane => (row.rating === null ? "rate" : "work");

/**
 * One order serves both lanes: the rate lane is steps 0 and 2, the work lane steps 1, 3 and 4, and read from top to
 * bottom the steps say who is taken next.
 */
export const steps = ["rate_danger", "work_red", "rate_ordinary", "work_before_close", "work_rest"] as const;
export type Step = (typeof steps)[number];

/**
 * Whether something happens to the child before the hub's next close, such as home at 3:15pm. What has happened
 * already still counts: nobody has answered it yet.
 */
function eventBeforeClose(row: Pick<QueueRow, "nextEventAt">, closesAt: Date): boolean {
  return row.nextEventAt !== null && row.nextEventAt.getTime() <= closesAt.getTime();
}

export function stepOf(row: QueueRow, closesAt: Date): Step {
  const event = eventBeforeClose(row, closesAt);
  if (row.rating === null) return dangerFacts(row).length > 0 || event ? "rate_danger" : "rate_ordinary";
  if (row.rating === "R") return "work_red";
  return event ? "work_before_close" : "work_rest";
}

/** Step, next event (ms, Infinity when none before close), due (ms), received (ms), id. */
export type QueueOrderKey = readonly [step: number, event: number, due: number, received: number, id: string];

/**
 * The place of one row, bundles aside. `closesAt` is `nextClosing(now, calendar)`, worked out once a query.
 *
 * The same order in SQL, one expression a part, ascending (ids compare as uuid, which is their text in lower case):
 *
 *   case when rating is null and (danger <> 'no' or sender_under_18 or next_event_at <= :closesAt) then 0
 *        when rating = 'R' then 1
 *        when rating is null then 2
 *        when next_event_at <= :closesAt then 3
 *        else 4 end,
 *   case when next_event_at <= :closesAt then next_event_at else 'infinity' end,
 *   case when rating is null then rate_by else decide_by end,
 *   received_at,
 *   id
 *
 * A bundle stands where its first member stands: the least of its members' keys.
 */
export function queueOrderKey(row: QueueRow, closesAt: Date): QueueOrderKey {
  return [
    steps.indexOf(stepOf(row, closesAt)),
    row.nextEventAt !== null && eventBeforeClose(row, closesAt) ? row.nextEventAt.getTime() : Infinity,
    (row.rating === null ? row.rateBy : row.decideBy).getTime(),
    row.receivedAt.getTime(),
    row.id,
  ];
}

export function compareKeys(a: QueueOrderKey, b: QueueOrderKey): number {
  for (const [i, part] of a.entries()) {
    const other = b[i];
    if (other !== undefined && part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

/** The whole queue in order, bundles together, each bundle where its most pressing member stands. */
export function orderQueue<Row extends QueueRow>(rows: readonly Row[], closesAt: Date): Row[] {
  const first = new Map<string, QueueOrderKey>();
  const keyed = rows.map((row) => {
    const key = queueOrderKey(row, closesAt);
    const group = row.bundleId ?? row.id;
    const least = first.get(group);
    if (!least || compareKeys(key, least) < 0) first.set(group, key);
    return { row, key, group };
  });
  return keyed
    .sort((a, b) => {
      const [groupA, groupB] = [first.get(a.group) ?? a.key, first.get(b.group) ?? b.key];
      return compareKeys(groupA, groupB) || compareKeys(a.key, b.key);
    })
    .map(({ row }) => row);
}

/** Why a row stands where it does, in one sentence of facts. */
export function explainPosition(row: QueueRow, now: Date, calendar: WorkingCalendar): string {
  const closesAt = nextClosing(now, calendar);
  const step = stepOf(row, closesAt);
  const event =
    row.nextEventAt !== null && eventBeforeClose(row, closesAt) ? eventWords(row.nextEventAt, now) : null;
  const left = timeLeft(row.decideBy, now, calendar).words;
  switch (step) {
    case "rate_danger":
      return `Not rated, and first because ${[...dangerWords(row), ...(event ? [event] : [])].join(" and ")}. Rate by ${timeOfDay(row.rateBy)}.`;
    case "rate_ordinary":
      return `Not rated. It came in ${nearDayAndTime(row.receivedAt, now)}. Rate by ${nearDayAndTime(row.rateBy, now)}.`;
    case "work_red":
      return event ? `Red, and ${event}. ${left}.` : `Red comes before every other rating. ${left}.`;
    case "work_before_close":
      return `${ratingFace(row.rating).word}, ahead of the rest because ${event ?? "something happens before we close"}. ${left}.`;
    case "work_rest":
      return `${ratingFace(row.rating).word}, in order of time left: ${left.charAt(0).toLowerCase()}${left.slice(1)}.`;
  }
}

function dangerWords(row: QueueRow): string[] {
  const words = {
    danger_yes: "a child was said to be in danger now",
    danger_not_sure: "the sender was not sure whether a child is in danger now",
    sender_under_18: "it comes from somebody under 18",
  };
  return dangerFacts(row).map((fact) => words[fact]);
}

function eventWords(at: Date, now: Date): string {
  const when = nearDayAndTime(at, now);
  return at.getTime() < now.getTime() ? `something was to happen ${when}` : `something happens ${when}`;
}

/** The rule as the page prints it, one sentence a line. */
export function ruleInWords(settings: { ratingMinutes: number; familyKeptMinutes: number }): string[] {
  const { familyKeptMinutes: kept } = settings;
  return [
    `To rate: contacts that nobody has rated. Those with a sign of danger come first. Each is rated within ${settings.ratingMinutes} minutes.`,
    "To work: Red first, then what happens to a child before we close, then the least time left.",
    "Take the next gives you danger to rate, then Red, then the rest to rate, then the rest to work.",
    "Time left is opening time, except to rate what has a sign of danger or came as urgent while we were closed: that counts day and night. Late counts day and night too.",
    ...(kept === 0
      ? []
      : [
          `A new contact about a child of a contact that a colleague holds is theirs first for ${kept} ${kept === 1 ? "minute" : "minutes"}: take the next gives it to nobody else while they hold it. Red, a sign of danger, and what happens before we close wait for nobody.`,
        ]),
    "Contacts of one household travel together. A contact that somebody left with notes is never given to another person: open it to take it on.",
  ];
}
