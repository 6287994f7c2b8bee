import assert from "node:assert/strict";
import { generate } from "otplib";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { askForCode } from "#services/accounts/ask-for-code";
import { digitsOf } from "#services/accounts/email-codes";
import { enterCode } from "#services/accounts/enter-code";
import { finishEnrolment } from "#services/accounts/finish-enrolment";
import { invitePerson } from "#services/accounts/invite-person";
import { makeFirstAdministrator } from "#services/accounts/make-first-administrator";
import { offerAuthenticator } from "#services/accounts/offer-factors";
import { readSession } from "#services/accounts/read-session";
import { setPassword } from "#services/accounts/set-password";
import type { Context } from "#services/context";
import { addTeam } from "./staff.ts";

/** A password that nobody guesses. */
export const goodPassword = "tumble-orchard-47";

export type LocalAccount = { staffId: string; email: string; secret: string };

/** The code that was last sent to somebody. */
export async function lastCode(context: Context, owner: postgres.Sql, staffId: string): Promise<string> {
  const [row] = await owner<{ id: string }[]>`
    select c.id from email_code c join invitation i on i.id = c.invitation_id
    where i.staff_id = ${staffId} order by c.made_at desc, c.id desc limit 1`;
  return row === undefined ? "" : digitsOf(context.keys, row.id);
}

/** A partner of a health organisation, invited and not yet come. */
export async function invitePartner(context: Context, admin: StaffActor, email: string): Promise<string> {
  const { organisationId } = await addTeam(context, { kind: "health", purpose: "partner" });
  return invitePerson(context, admin, {
    name: "Nia Partner",
    jobTitle: "Named nurse",
    email,
    place: organisationId,
    roles: ["partner"],
    reason: "She answers for the health visitors",
  });
}

/** The secret of a flow in which this person's account is being set up, with its password set. */
export async function enrolling(
  context: Context,
  owner: postgres.Sql,
  { staffId, email, password = goodPassword }: { staffId: string; email: string; password?: string },
): Promise<string> {
  const asked = await askForCode(context, { email, network: "203.0.113.7" });
  const flow = await enterCode(context, { flow: asked, code: await lastCode(context, owner, staffId) });
  await setPassword(context, { flow, password });
  return flow;
}

/** The code that an app with this secret shows at a moment. */
export const appCode = (secret: string, at: Date): Promise<string> =>
  generate({ secret, epoch: Math.floor(at.getTime() / 1_000) });

/** Somebody with a password and an authenticator app, through every step that a person takes. */
export async function localAccount(
  context: Context,
  owner: postgres.Sql,
  admin: StaffActor,
  email: string,
): Promise<LocalAccount> {
  const staffId = await invitePartner(context, admin, email);
  const flow = await enrolling(context, owner, { staffId, email });
  const { secret } = await offerAuthenticator(context, flow);
  const code = await appCode(secret, context.now());
  const signedIn = await finishEnrolment(context, { flow, proof: { factor: "app", code }, device: null });
  assert.deepEqual(signedIn.roles, ["partner"]);
  return { staffId, email, secret };
}

/** The first administrator of a real installation, with a password and an authenticator app. */
export async function firstAdministrator(context: Context): Promise<StaffActor & { secret: string }> {
  const email = "jo.reed@anytown.example";
  const { code } = await makeFirstAdministrator(context, { name: "Jo Reed", email });
  const asked = await askForCode(context, { email, network: "203.0.113.7" });
  const flow = await enterCode(context, { flow: asked, code });
  await setPassword(context, { flow, password: goodPassword });
  const { secret } = await offerAuthenticator(context, flow);
  const proof = { factor: "app", code: await appCode(secret, context.now()) } as const;
  const signedIn = await finishEnrolment(context, { flow, proof, device: null });
  const session = await readSession(context, signedIn.secret);
  assert.ok(session);
  return { ...session.actor, secret };
}
