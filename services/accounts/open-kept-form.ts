import { and, eq, gt } from "drizzle-orm";
import { keptForm } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open, type Place } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** The account is part of the place: a row that was moved to somebody else does not open. */
export const keptPlace = ({ id, staffId }: { id: string; staffId: string }): Place => ({
  table: "kept_form",
  row: `${id}:${staffId}`,
  column: "body",
});

export type KeptForm = { path: string; body: string };

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * A form that was kept for this person, to be shown to them again. It stays until its time is over: a page that was
 * closed by mistake can be opened once more.
 * @throws NotFound for somebody else's, an unknown one, and one whose time is over
 */
export async function openKeptForm(context: Context, actor: StaffActor, id: string): Promise<KeptForm> {
  if (!uuid.test(id)) throw new NotFound("no such form");
  return unitOfWork(context, actor, async (unit) => {
    const [found] = await unit.tx
      .select()
      .from(keptForm)
      .where(and(eq(keptForm.id, id), eq(keptForm.staffId, actor.id), gt(keptForm.expiresAt, unit.now)));
    if (!found) throw new NotFound("no such form");
    const key = await readDataKey(unit, "kept_form", id);
    await unit.audit({ kind: "form.restored", subjectId: id, facts: {} });
    return { path: found.path, body: open<string>(key, keptPlace({ id, staffId: actor.id }), found.body) };
  });
}
