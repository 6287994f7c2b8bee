import { and, count, eq, gte, sql } from "drizzle-orm";
import { policeBatch } from "#db/schema/police";
import type { StaffActor } from "#domain/actor";
import { calendarOf, instantOf, isOpen, localMoment } from "#domain/working-calendar";
import { Temporal } from "temporal-polyfill";
import { Invalid } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";

/** What was typed as one notice came in no file, and has no headings. */
const isFile = sql`${policeBatch.headings} <> '[]'::jsonb`;

/**
 * One officer's files of a day, by the clock on the wall. Two that arrive at once are counted one after another.
 * @throws Invalid by `file` with what to do about what cannot wait
 */
export async function refuseTooMany(unit: Unit, actor: StaffActor): Promise<void> {
  const { settings } = unit.context;
  const calendar = calendarOf(settings);
  const midnight = instantOf(localMoment(unit.now, calendar).day, new Temporal.PlainTime(), calendar);
  await unit.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${actor.id}, 0))`);
  const [found] = await unit.tx
    .select({ files: count() })
    .from(policeBatch)
    .where(and(eq(policeBatch.uploadedBy, actor.id), gte(policeBatch.receivedAt, midnight), isFile));
  if ((found?.files ?? 0) < settings.policeFilesPerDay) return;
  const phone = isOpen(unit.now, calendar) ? settings.phones.day : settings.phones.night;
  throw new Invalid({
    file: `You have uploaded ${settings.policeFilesPerDay} files today, which is as many as one officer may, so this one was not taken. If anything in it needs action today, call ${phone} now, or send that notice by itself. The rest can come tomorrow, or from a colleague`,
  });
}
