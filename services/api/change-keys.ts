import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { z } from "zod";
import { apiKey } from "#db/schema/partners";
import type { StaffActor } from "#domain/actor";
import { overlapDays, type endKeySchema, type makeKeySchema, type replaceKeySchema } from "#domain/api/keys";
import { addElapsed } from "#domain/clocks";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { administering } from "../directory/administering.ts";
import { keepChange } from "../directory/history.ts";
import { findOrganisation } from "../directory/organisations.ts";
import type { Unit } from "../unit-of-work.ts";
import { newSecret } from "./key-secret.ts";

type Key = typeof apiKey.$inferSelect;
type Made = { secret: string; name: string };

/**
 * Makes a key for a system of an organisation.
 * @returns the key, which is shown now and never again
 * @throws NotFound; Invalid when this form was sent before, or the organisation has ended
 */
export async function makeKey(
  context: Context,
  actor: StaffActor,
  organisationId: string,
  { reason, ...wanted }: z.output<typeof makeKeySchema>,
): Promise<Made> {
  return administering(context, actor, (unit) =>
    insertKey(unit, actor, organisationId, { ...wanted, replacesId: null }, reason),
  );
}

/**
 * Makes a key that takes the place of another one; the old one is good for a while yet.
 * @throws NotFound; Invalid when this form was sent before, or the key has ended
 */
export async function replaceKey(
  context: Context,
  actor: StaffActor,
  organisationId: string,
  { id, key, overlap, reason }: z.output<typeof replaceKeySchema>,
): Promise<Made> {
  return administering(context, actor, async (unit) => {
    const old = await goodKey(unit, organisationId, key);
    const wanted = { id, name: old.name, scopes: old.scopes, replacesId: old.id };
    const made = await insertKey(unit, actor, organisationId, wanted, reason);
    const until = addElapsed(unit.now, { hours: 24 * overlapDays[overlap] });
    // A second replacement never lets an old key live longer than the first one said.
    const endsAt = old.endsAt !== null && old.endsAt < until ? old.endsAt : until;
    await unit.tx.update(apiKey).set({ endsAt, endedBy: actor.id }).where(eq(apiKey.id, old.id));
    return made;
  });
}

/**
 * Ends a key at once.
 * @throws NotFound; Invalid when it has ended
 */
export async function endKey(
  context: Context,
  actor: StaffActor,
  organisationId: string,
  { key, reason }: z.output<typeof endKeySchema>,
): Promise<void> {
  await administering(context, actor, async (unit) => {
    const old = await goodKey(unit, organisationId, key);
    const ended = { endsAt: unit.now, endedBy: actor.id };
    await unit.tx.update(apiKey).set(ended).where(eq(apiKey.id, old.id));
    await unit.audit({ kind: "api-key.ended", subjectId: old.id, facts: {} });
    await keep(unit, organisationId, { before: told(old), after: null }, reason);
  });
}

async function insertKey(
  unit: Unit,
  actor: StaffActor,
  organisationId: string,
  wanted: Pick<Key, "id" | "name" | "scopes" | "replacesId">,
  reason: string,
): Promise<Made> {
  const { active } = await findOrganisation(unit, organisationId);
  if (!active) throw new Invalid({ name: "It has ended and gets no key" });
  const { secret, secretHash, hint } = newSecret();
  const row = { ...wanted, organisationId, secretHash, hint, madeBy: actor.id, madeAt: unit.now };
  const made = await unit.tx.insert(apiKey).values(row).onConflictDoNothing().returning({ id: apiKey.id });
  if (made.length === 0)
    throw new Invalid({ reason: "This key was made already. If nobody wrote it down, replace it" });
  const replacing = wanted.replacesId !== null;
  await unit.audit({ kind: "api-key.made", subjectId: wanted.id, facts: { replacing } });
  await keep(unit, organisationId, { before: null, after: told(row) }, reason);
  return { secret, name: wanted.name };
}

const told = ({ name, hint }: Pick<Key, "name" | "hint">) => `${name} (${hint}…)`;

async function keep(
  unit: Unit,
  subjectId: string,
  { before, after }: { before: string | null; after: string | null },
  reason: string,
) {
  const keys = { before: { key: before }, after: { key: after } };
  await keepChange(unit, { kind: "organisation", subjectId, act: "changed", ...keys, reason });
}

async function goodKey({ tx, now }: Unit, organisationId: string, id: string): Promise<Key> {
  const stillGood = or(isNull(apiKey.endsAt), gt(apiKey.endsAt, now));
  const ofTheirs = and(eq(apiKey.id, id), eq(apiKey.organisationId, organisationId), stillGood);
  const [found] = await tx.select().from(apiKey).where(ofTheirs);
  if (!found) throw new Invalid({ key: "Choose a key that has not ended" });
  return found;
}
