import { sql } from "drizzle-orm";
import { installation, staff } from "#db/schema/directory";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { seedDirectory } from "./directory/seed-directory.ts";
import { playAdministration } from "./week/administration.ts";
import { askForHelp } from "./week/ask-for-help.ts";
import { askToBeCalled } from "./week/ask-to-be-called.ts";
import { expectACall } from "./week/expect-a-call.ts";
import { playRecords } from "./week/keep-records.ts";
import { playWeek } from "./week/play-week.ts";

const loader = { kind: "system", process: "demo" } as const;

/**
 * Fills an empty demonstration: people and teams, then a week of contacts played through the real services. Does
 * nothing when people are there, so it may run at every start.
 * @throws Error when the database belongs to a live service
 */
export async function seedDemo(context: Context): Promise<"seeded" | "was there"> {
  if (!(await seedPeople(context))) return "was there";
  await playAdministration(context);
  await playWeek(context);
  await askForHelp(context);
  await expectACall(context);
  await askToBeCalled(context);
  await playRecords(context);
  return "seeded";
}

/**
 * The people and teams alone.
 * @returns false when there are people already
 * @throws Error when the database belongs to a live service
 */
export async function seedPeople(context: Context): Promise<boolean> {
  return unitOfWork(context, loader, async (unit) => {
    // Two starts at once: the second waits here and finds people.
    await unit.tx.execute(sql`select pg_advisory_xact_lock(hashtext('demo-seed'))`);
    const [mode] = await unit.tx.select({ mode: installation.mode }).from(installation);
    if (!context.site.demo || mode?.mode === "live")
      throw new Error("invented people have no place in a live service");
    if ((await unit.tx.select({ id: staff.id }).from(staff).limit(1)).length > 0) return false;
    if (mode === undefined) await unit.tx.insert(installation).values({ mode: "demo", since: unit.now });
    await seedDirectory(unit);
    return true;
  });
}
