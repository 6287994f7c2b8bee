import { eq } from "drizzle-orm";
import { addressChange } from "#db/schema/administration";
import {
  authenticatorApp,
  emailCode,
  invitation,
  knownDevice,
  passkey,
  staffPassword,
} from "#db/schema/identity";
import type { AccountFacts, AccountMessage } from "#domain/messages";
import type { Unit } from "../unit-of-work.ts";
import { digitsOf } from "./email-codes.ts";

type Find = (unit: Unit, id: string) => Promise<AccountFacts | null>;

const ofInvitation: Find = async ({ tx }, id) => {
  const [found] = await tx.select().from(invitation).where(eq(invitation.id, id));
  return found ? { since: found.startedAt, until: found.expiresAt, code: null } : null;
};

const finders: Record<AccountMessage, Find> = {
  "account-invited": ofInvitation,
  "account-recovery": ofInvitation,
  async "account-set-up"({ tx }, id) {
    const [app] = await tx.select().from(authenticatorApp).where(eq(authenticatorApp.id, id));
    const [key] = await tx.select().from(passkey).where(eq(passkey.id, id));
    const since = app?.provenAt ?? key?.addedAt;
    return since ? { since, until: null, code: null } : null;
  },
  async "password-changed"({ tx }, id) {
    const [found] = await tx.select().from(staffPassword).where(eq(staffPassword.staffId, id));
    return found ? { since: found.setAt, until: null, code: null } : null;
  },
  async "account-code"({ tx, context }, id) {
    const [found] = await tx.select().from(emailCode).where(eq(emailCode.id, id));
    return found
      ? { since: found.madeAt, until: found.expiresAt, code: digitsOf(context.keys, found.id) }
      : null;
  },
  async "address-changed"({ tx }, id) {
    const [found] = await tx.select().from(addressChange).where(eq(addressChange.id, id));
    return found?.settledAt ? { since: found.settledAt, until: null, code: null } : null;
  },
  async "new-device"({ tx }, id) {
    const [found] = await tx.select().from(knownDevice).where(eq(knownDevice.id, id));
    return found ? { since: found.firstSeenAt, until: null, code: null } : null;
  },
};

/** What an email about an account says; null when its subject is gone. */
export const accountFacts = (unit: Unit, message: AccountMessage, subjectId: string) =>
  finders[message](unit, subjectId);
