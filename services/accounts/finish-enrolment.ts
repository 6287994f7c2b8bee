import { and, eq, isNull, ne } from "drizzle-orm";
import { authenticatorApp, invitation, passkey } from "#db/schema/identity";
import { attemptLimits } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { Invalid, NotFound, TooManyAttempts } from "../errors.ts";
import { refundAttempts, spendAttempts } from "../limits/spend-attempts.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { addPasskey } from "./add-passkey.ts";
import { takeAppCode } from "./app-codes.ts";
import { plainCode } from "./email-codes.ts";
import { endSessionsOf } from "./end-sessions-of.ts";
import { enrolmentOf, type Enrolment } from "./enrolment.ts";
import { finishSignIn, type SignedIn } from "./finish-sign-in.ts";
import { takeFlow } from "./flows.ts";
import { wrongAppCode } from "./sign-in-app.ts";

const accounts = { kind: "system", process: "accounts" } as const;

/** The second factor as it was proved on the last page: by a first code of the app, or by a passkey that was made. */
export type NewFactor = { factor: "app"; code: string } | { factor: "passkey"; credential: string };

/**
 * The last step of setting up an account: the second factor stands, every one before it ends, every session ends, the
 * person is told by email and signed in.
 * @throws Invalid when the password is missing, or the factor did not prove itself: nothing has changed then
 */
export async function finishEnrolment(
  context: Context,
  { flow, proof, device }: { flow: string; proof: NewFactor; device: string | null },
): Promise<SignedIn> {
  const { staffId } = await unitOfWork(context, accounts, (unit) => enrolmentOf(unit, flow));
  const spend = {
    ...attemptLimits["second-factor"],
    name: "second-factor",
    of: staffId,
    subjectId: staffId,
  } as const;
  const until = proof.factor === "app" ? await spendAttempts(context, [spend]) : null;
  if (until) throw new TooManyAttempts(until);
  await unitOfWork(context, accounts, async (unit) => {
    const enrolment = await enrolmentOf(unit, flow);
    if (!enrolment.hasPassword) throw new Invalid({ password: "Set a password first" });
    const id = await proveFactor(unit, enrolment, flow, proof);
    await complete(unit, enrolment, proof.factor, id);
    if (!(await takeFlow(unit, flow, "enrol"))) throw new NotFound("set up by another click");
  });
  await refundAttempts(context, [spend]);
  return finishSignIn(context, staffId, { device, next: null });
}

async function proveFactor(unit: Unit, { staffId }: Enrolment, flow: string, proof: NewFactor) {
  if (proof.factor === "app") {
    const app = await takeAppCode(unit, staffId, plainCode(proof.code), { offered: true });
    if (app === null) throw new Invalid({ code: wrongAppCode });
    return app;
  }
  const made = await addPasskey(unit, staffId, flow, proof.credential);
  if (made !== null) return made;
  throw new Invalid({ passkey: "The passkey was not made. Try again, or use an authenticator app" });
}

async function complete(unit: Unit, { staffId, open }: Enrolment, factor: NewFactor["factor"], id: string) {
  // A factor that somebody else may have does not outlive a recovery, and one that was only offered never was.
  const ended = { endedAt: unit.now };
  await unit.tx
    .update(authenticatorApp)
    .set(ended)
    .where(
      and(
        eq(authenticatorApp.staffId, staffId),
        isNull(authenticatorApp.endedAt),
        ne(authenticatorApp.id, id),
      ),
    );
  await unit.tx
    .update(passkey)
    .set(ended)
    .where(and(eq(passkey.staffId, staffId), isNull(passkey.endedAt), ne(passkey.id, id)));
  await unit.tx.update(invitation).set({ doneAt: unit.now }).where(eq(invitation.id, open.id));
  await endSessionsOf(unit, staffId);
  if (open.kind === "recovery")
    await unit.audit({ kind: "account.factors-ended", subjectId: staffId, facts: {} });
  await unit.audit({ kind: "account.factor-added", subjectId: staffId, facts: { factor } });
  await unit.audit({ kind: "account.set-up", subjectId: staffId, facts: { kind: open.kind } });
  await unit.owe({
    kind: "send-message",
    // The factor and not the invitation: the email about that one has its subject already.
    subjectId: id,
    recipientId: staffId,
    facts: { message: "account-set-up", to: "staff" },
  });
}
