import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import { generateSecret, generateURI, verify } from "otplib";
import { authenticatorApp } from "#db/schema/identity";
import { dataKey } from "#db/schema/proof";
import { appStepsAround } from "#domain/sign-in";
import { newDataKey, readDataKey, unwrap } from "../sealing/data-keys.ts";
import { open, seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

const stepSeconds = 30;
const placeOf = (row: string) => ({ table: "authenticator_app", row, column: "secret" });

const ofStaff = (staffId: string) =>
  and(eq(authenticatorApp.staffId, staffId), isNull(authenticatorApp.endedAt));

async function keyOf(unit: Unit, staffId: string): Promise<Buffer> {
  const made = newDataKey(unit.context.keys, "staff", staffId);
  const [row] = await unit.tx.insert(dataKey).values(made.row).onConflictDoNothing().returning();
  return row ? unwrap(unit.context.keys, row) : readDataKey(unit, "staff", staffId);
}

/**
 * The secret for a new authenticator app, sealed under this person's key until a code proves that the app has it. One
 * that was offered before and never proved is offered again: a page that is loaded twice shows the same.
 */
export async function offerApp(
  unit: Unit,
  staffId: string,
  label: { issuer: string; account: string },
): Promise<{ id: string; secret: string; uri: string }> {
  const key = await keyOf(unit, staffId);
  const [offered] = await unit.tx
    .select()
    .from(authenticatorApp)
    .where(and(ofStaff(staffId), isNull(authenticatorApp.provenAt)));
  const id = offered?.id ?? unit.context.newId();
  const secret = offered ? open<string>(key, placeOf(id), offered.secret) : generateSecret();
  if (!offered)
    await unit.tx
      .insert(authenticatorApp)
      .values({ id, staffId, secret: seal(key, placeOf(id), secret), addedAt: unit.now });
  return { id, secret, uri: generateURI({ issuer: label.issuer, label: label.account, secret }) };
}

/**
 * Takes the code that the person's app shows now, or showed just before or after. Each works once: the step that it
 * belongs to is written in the statement that takes it, so two at the same moment cannot both pass.
 * @param offered true for an app that is being set up: its first code proves it, and ends the one before
 * @returns the app's id; null for any other code
 */
export async function takeAppCode(
  unit: Unit,
  staffId: string,
  code: string,
  { offered = false }: { offered?: boolean } = {},
): Promise<string | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const [app] = await unit.tx
    .select()
    .from(authenticatorApp)
    .where(
      and(
        ofStaff(staffId),
        offered ? isNull(authenticatorApp.provenAt) : isNotNull(authenticatorApp.provenAt),
      ),
    );
  if (!app) return null;
  const secret = open<string>(await readDataKey(unit, "staff", staffId), placeOf(app.id), app.secret);
  const found = await verify({
    secret,
    token: code,
    epoch: Math.floor(unit.now.getTime() / 1_000),
    epochTolerance: appStepsAround * stepSeconds,
  });
  if (!found.valid || !("timeStep" in found)) return null;
  if (offered)
    await unit.tx
      .update(authenticatorApp)
      .set({ endedAt: unit.now })
      .where(and(ofStaff(staffId), isNotNull(authenticatorApp.provenAt)));
  const taken = await unit.tx
    .update(authenticatorApp)
    .set({ lastStep: found.timeStep, ...(offered ? { provenAt: unit.now } : {}) })
    .where(and(eq(authenticatorApp.id, app.id), lt(authenticatorApp.lastStep, found.timeStep)))
    .returning({ id: authenticatorApp.id });
  return taken[0]?.id ?? null;
}
