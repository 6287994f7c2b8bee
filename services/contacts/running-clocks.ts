import { and, asc, eq, isNull } from "drizzle-orm";
import { clock } from "#db/schema/decision";
import { clockFace, type ClockFace } from "#domain/clock-face";
import { bragDeadline } from "#domain/clocks";
import type { Rating } from "#domain/rating";
import { calendarOf } from "#domain/working-calendar";
import type { Context } from "../context.ts";
import type { Unit } from "../unit-of-work.ts";

/** The first decision of a contact that is due, and its rating, as its pages show them; null once there is none. */
export async function runningClocks(
  unit: Unit,
  contactId: string,
): Promise<Record<"decision" | "rating", ClockFace | null>> {
  const clocks = await unit.tx
    .select({ kind: clock.kind, startedAt: clock.startedAt, dueAt: clock.dueAt, rule: clock.rule })
    .from(clock)
    .where(and(eq(clock.contactId, contactId), isNull(clock.pathwayId), isNull(clock.stoppedAt)))
    .orderBy(asc(clock.dueAt));
  const calendar = calendarOf(unit.context.settings);
  const face = (kind: "decision" | "rating") => {
    const first = clocks.find((one) => one.kind === kind);
    return first ? clockFace(first, unit.now, first.rule === "elapsed minutes" ? null : calendar) : null;
  };
  return { decision: face("decision"), rating: face("rating") };
}

/**
 * When what the colour of a contact asks for should be gathered, from when it was rated so. It is this authority's own
 * target and never moves the decision.
 */
export function gatherBy(
  { context: { settings }, now }: { context: Pick<Context, "settings">; now: Date },
  { rating, ratedAt }: { rating: Rating | null; ratedAt: Date | null },
): ClockFace | null {
  if (rating === null || rating === "B" || ratedAt === null) return null;
  const calendar = calendarOf(settings);
  const dueAt = bragDeadline(rating, ratedAt, settings, calendar);
  const { counting } = settings.bragHours[rating];
  return dueAt && clockFace({ startedAt: ratedAt, dueAt }, now, counting === "elapsed" ? null : calendar);
}
