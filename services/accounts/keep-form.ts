import { and, desc, eq, gt } from "drizzle-orm";
import { keptForm } from "#db/schema/directory";
import { dataKey } from "#db/schema/proof";
import { keptAtMost, keptHours } from "#domain/session";
import type { Context } from "../context.ts";
import { newDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findSession } from "./find-session.ts";
import { keptPlace } from "./open-kept-form.ts";

const keptMs = keptHours * 3_600_000;

/**
 * Keeps a form that was posted on a session which may not act at this moment: locked, ended by its time, or in need of a
 * fresh proof. It is sealed for the account of the cookie and carried out by nobody; that account gets it back in its
 * page. A cookie that is too old for that keeps nothing.
 * @returns the id that the page's address carries; null when the cookie is nobody's any more
 */
export async function keepForm(
  context: Context,
  cookieValue: string,
  form: { path: string; body: string },
): Promise<string | null> {
  return unitOfWork(context, { kind: "system", process: "session" }, async (unit) => {
    const found = await findSession(unit, cookieValue);
    if (found === null || unit.now.getTime() - found.times.expiresAt.getTime() > keptMs) return null;
    const { staffId } = found;
    const id = context.newId();
    const { key, row } = newDataKey(context.keys, "kept_form", id);
    await unit.tx.insert(dataKey).values(row);
    await unit.tx.insert(keptForm).values({
      id,
      staffId,
      path: form.path,
      body: seal(key, keptPlace({ id, staffId }), form.body),
      keptAt: unit.now,
      expiresAt: new Date(unit.now.getTime() + keptMs),
    });
    await makeRoom(unit, staffId);
    await unit.audit({ kind: "form.kept", subjectId: id, facts: { staffId } });
    return id;
  });
}

/** The oldest beyond the number that is kept end now; the hourly sweep deletes them with their keys. */
async function makeRoom({ tx, now }: Unit, staffId: string): Promise<void> {
  const tooMany = await tx
    .select({ id: keptForm.id })
    .from(keptForm)
    .where(and(eq(keptForm.staffId, staffId), gt(keptForm.expiresAt, now)))
    .orderBy(desc(keptForm.keptAt), desc(keptForm.id))
    .offset(keptAtMost);
  for (const { id } of tooMany) await tx.update(keptForm).set({ expiresAt: now }).where(eq(keptForm.id, id));
}
