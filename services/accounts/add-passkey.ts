import { verifyRegistrationResponse, type RegistrationResponseJSON } from "@simplewebauthn/server";
import { passkey } from "#db/schema/identity";
import type { Unit } from "../unit-of-work.ts";
import { expectedOf, passkeyAnswer } from "./passkey-answer.ts";

/** Keeps the passkey that a browser made for this flow. @returns its id, or null when it is none */
export async function addPasskey(
  unit: Unit,
  staffId: string,
  flowSecret: string,
  credential: string,
): Promise<string | null> {
  const response = passkeyAnswer<RegistrationResponseJSON>(credential);
  if (!response) return null;
  const checked = await verifyRegistrationResponse({
    response,
    ...expectedOf(unit.context, flowSecret),
  }).catch(() => null);
  if (!checked?.verified) return null;
  const { credential: made, credentialBackedUp: synced } = checked.registrationInfo;
  const added = await unit.tx
    .insert(passkey)
    .values({
      id: unit.context.newId(),
      staffId,
      credentialId: Buffer.from(made.id, "base64url"),
      publicKey: Buffer.from(made.publicKey),
      counter: made.counter,
      transports: (made.transports ?? []).slice(0, 8),
      synced,
      addedAt: unit.now,
    })
    .onConflictDoNothing()
    .returning({ id: passkey.id });
  return added[0]?.id ?? null;
}
