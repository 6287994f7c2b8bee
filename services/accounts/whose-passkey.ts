import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from "@simplewebauthn/server";
import { and, eq, isNull, sql } from "drizzle-orm";
import { organisation, staff } from "#db/schema/directory";
import { passkey } from "#db/schema/identity";
import type { Unit } from "../unit-of-work.ts";
import { expectedOf, passkeyAnswer } from "./passkey-answer.ts";

/**
 * Whose passkey signed this flow's challenge; null when nobody's did. Its counter may never go back: a key that counts
 * and shows an old number is a copy.
 */
export async function whosePasskey(
  unit: Unit,
  flowSecret: string,
  credential: string,
): Promise<string | null> {
  const response = passkeyAnswer<AuthenticationResponseJSON>(credential);
  if (!response) return null;
  const [known] = await unit.tx
    .select({ key: passkey })
    .from(passkey)
    .innerJoin(staff, and(eq(staff.id, passkey.staffId), eq(staff.active, true)))
    .innerJoin(organisation, and(eq(organisation.id, staff.organisationId), eq(organisation.active, true)))
    .where(and(eq(passkey.credentialId, Buffer.from(response.id, "base64url")), isNull(passkey.endedAt)));
  if (!known) return null;
  const { id, staffId, credentialId, publicKey, counter } = known.key;
  const checked = await verifyAuthenticationResponse({
    response,
    ...expectedOf(unit.context, flowSecret),
    credential: {
      id: credentialId.toString("base64url"),
      publicKey: new Uint8Array(publicKey),
      counter,
    },
  }).catch(() => null);
  if (!checked?.verified) return null;
  const { newCounter } = checked.authenticationInfo;
  const used = await unit.tx
    .update(passkey)
    .set({ counter: newCounter, usedAt: unit.now })
    .where(
      and(
        eq(passkey.id, id),
        sql`(${passkey.counter} < ${newCounter} or (${newCounter} = 0 and ${passkey.counter} = 0))`,
      ),
    )
    .returning({ id: passkey.id });
  return used.length === 1 ? staffId : null;
}
