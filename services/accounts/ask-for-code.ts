import { emailCode } from "#db/schema/identity";
import { attemptLimits, codeMinutes, flowMinutes } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { TooManyAttempts } from "../errors.ts";
import { spendAttempts } from "../limits/spend-attempts.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findAccount } from "./find-account.ts";
import { startFlow } from "./flows.ts";
import { openInvitation } from "./open-invitation.ts";

/**
 * Sends six digits to an address that was invited by email. Whoever asks learns nothing: they get a page that asks for a
 * code either way.
 * @returns the secret of the flow in which the code is typed
 */
export async function askForCode(
  context: Context,
  asked: { email: string; network: string },
): Promise<string> {
  const until = await spendAttempts(context, [
    { name: "code-account", of: asked.email.toLowerCase(), ...attemptLimits["code-account"] },
    { name: "code-network", of: asked.network, ...attemptLimits["code-network"] },
  ]);
  if (until) throw new TooManyAttempts(until);
  return unitOfWork(context, { kind: "system", process: "accounts" }, async (unit) => {
    const account = await findAccount(unit, asked.email);
    const open = account && (await openInvitation(unit, account.staffId));
    const id = context.newId();
    // Whoever has the operator's code needs none by email, and whoever reads that inbox must not get in without it.
    if (account && open && open.codeHash === null) {
      const expiresAt = new Date(unit.now.getTime() + codeMinutes * 60_000);
      await unit.tx.insert(emailCode).values({ id, invitationId: open.id, madeAt: unit.now, expiresAt });
      await unit.owe({
        kind: "send-message",
        subjectId: id,
        recipientId: account.staffId,
        facts: { message: "account-code", to: "staff" },
      });
      await unit.audit({ kind: "account.code-sent", subjectId: account.staffId, facts: {} });
    }
    const staffId = open ? account.staffId : null;
    // One id for both: the code is this flow's, and no other browser's.
    return startFlow(unit, { id, purpose: "join", staffId, minutes: flowMinutes.enrol });
  });
}
