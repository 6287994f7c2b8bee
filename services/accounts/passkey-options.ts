import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import { and, eq, isNull } from "drizzle-orm";
import { passkey } from "#db/schema/identity";
import type { Context } from "../context.ts";
import type { Unit } from "../unit-of-work.ts";
import { flowValue } from "./flow-values.ts";
import { relyingParty } from "./passkey-answer.ts";

/** The challenge as bytes, because the library would encode a text once more. */
const challengeOf = (flowSecret: string) =>
  new Uint8Array(Buffer.from(flowValue(flowSecret, "challenge"), "base64url"));

/** What the browser needs to make a passkey: one that finds its owner by itself, and that asks for finger or PIN. */
export async function passkeyToMake(
  unit: Unit,
  person: { id: string; name: string; email: string },
  flowSecret: string,
) {
  const made = await unit.tx
    .select({ id: passkey.credentialId })
    .from(passkey)
    .where(and(eq(passkey.staffId, person.id), isNull(passkey.endedAt)));
  return generateRegistrationOptions({
    rpName: unit.context.settings.authorityName,
    rpID: relyingParty(unit.context),
    userID: new Uint8Array(Buffer.from(person.id.replaceAll("-", ""), "hex")),
    userName: person.email,
    userDisplayName: person.name,
    challenge: challengeOf(flowSecret),
    excludeCredentials: made.map(({ id }) => ({ id: id.toString("base64url") })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** What the browser needs to use a passkey. No list of keys: that would say whose account has which. */
export const passkeyToUse = (context: Context, flowSecret: string) =>
  generateAuthenticationOptions({
    rpID: relyingParty(context),
    challenge: challengeOf(flowSecret),
    userVerification: "required",
  });
