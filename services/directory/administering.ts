import { sql } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { findStaff } from "../accounts/find-staff.ts";
import type { Context } from "../context.ts";
import { databaseCode } from "../database-errors.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

/** Reads something for an administrator. */
export async function readingAs<T>(
  context: Context,
  actor: StaffActor,
  read: (unit: Unit) => Promise<T>,
): Promise<T> {
  if (!may(actor, "administer")) throw new Forbidden("administer");
  return unitOfWork(context, actor, read);
}

/**
 * Changes the directory as an administrator, one change after another: of two administrators who end each other at the
 * same moment the second is none any more when their turn comes, so that there is always one left.
 */
export async function administering<T>(
  context: Context,
  actor: StaffActor,
  change: (unit: Unit) => Promise<T>,
): Promise<T> {
  if (!may(actor, "administer")) throw new Forbidden("administer");
  try {
    return await unitOfWork(context, actor, async (unit) => {
      await unit.tx.execute(sql`select pg_advisory_xact_lock(hashtext('directory'))`);
      const still = await findStaff(unit, actor.id);
      if (still === null || !may({ ...actor, ...still }, "administer")) throw new Forbidden("administer");
      return change(unit);
    });
  } catch (error) {
    if (databaseCode(error) === "23505") throw new Invalid({ name: "There is one with this name already" });
    throw error;
  }
}
