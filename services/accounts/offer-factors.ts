import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { offerApp } from "./app-codes.ts";
import { enrolmentOf } from "./enrolment.ts";
import { passkeyToMake } from "./passkey-options.ts";

const accounts = { kind: "system", process: "accounts" } as const;

/** Whose account is being set up, and how far it is. */
export async function readEnrolment(context: Context, flow: string | null) {
  return unitOfWork(context, accounts, async (unit) => {
    const { name, email, hasPassword, open } = await enrolmentOf(unit, flow);
    return { name, email, hasPassword, kind: open.kind };
  });
}

/** What the page needs that offers a passkey: its challenge is made of this flow. */
export async function offerPasskey(context: Context, flow: string) {
  return unitOfWork(context, accounts, async (unit) => {
    const { staffId, name, email } = await enrolmentOf(unit, flow);
    return passkeyToMake(unit, { id: staffId, name, email }, flow);
  });
}

/** What the page needs that offers an authenticator app. */
export async function offerAuthenticator(context: Context, flow: string | null) {
  return unitOfWork(context, accounts, async (unit) => {
    const { staffId, email } = await enrolmentOf(unit, flow);
    const { secret, uri } = await offerApp(unit, staffId, {
      issuer: `${context.settings.authorityName} front door`,
      account: email,
    });
    return { secret, uri };
  });
}
