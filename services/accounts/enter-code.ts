import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { emailCode } from "#db/schema/identity";
import { attemptLimits, codeTries, flowMinutes } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { Invalid, NotFound } from "../errors.ts";
import { spendAttempts } from "../limits/spend-attempts.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { hashLongCode, isCodeOf, plainCode } from "./email-codes.ts";
import { endEnrolment } from "./end-enrolment.ts";
import { readFlow, startFlow, takeFlow } from "./flows.ts";
import { openInvitation, type OpenInvitation } from "./open-invitation.ts";

const accounts = { kind: "system", process: "accounts" } as const;

/**
 * Takes the code that somebody was sent, or that the operator's command printed.
 * @returns the secret of the flow in which the account is set up
 * @throws NotFound when nobody asked for a code in this browser, or too long ago
 * @throws Invalid for a wrong code, one that is too old, and an address that was sent none: all in the same words
 */
export async function enterCode(
  context: Context,
  { flow, code }: { flow: string | null; code: string },
): Promise<string> {
  const page = await unitOfWork(context, accounts, (unit) => readFlow(unit, flow, "join"));
  if (!page) throw new NotFound("nobody asked for a code here");
  const spend = { ...attemptLimits["code-page"], name: "code-page", of: page.id } as const;
  if ((await spendAttempts(context, [spend])) !== null) throw wrongCode();
  const enrolling = await unitOfWork(context, accounts, async (unit) => {
    const asked = await readFlow(unit, flow, "join");
    if (!asked) throw new NotFound("nobody asked for a code here");
    const open = asked.staffId === null ? null : await openInvitation(unit, asked.staffId);
    if (
      open &&
      (await isRight(unit, open, { askedBy: asked.id, code: plainCode(code) })) &&
      (await takeFlow(unit, flow, "join"))
    ) {
      // One browser at a time, the last that had a code: what another one was shown is worth nothing.
      await endEnrolment(unit, open.staffId);
      return startFlow(unit, { purpose: "enrol", staffId: open.staffId, minutes: flowMinutes.enrol });
    }
    const subject = asked.staffId === null ? {} : { subjectId: asked.staffId };
    const facts = { how: "emailed-code", why: open ? "wrong" : "unknown" } as const;
    await unit.audit({ kind: "sign-in.refused", ...subject, facts });
    // Not thrown here: the try that was counted has to stand.
    return null;
  });
  if (enrolling !== null) return enrolling;
  throw wrongCode();
}

const wrongCode = () =>
  new Invalid({ code: "That code is not right, or it is too old. Check it, or ask for a new one" });

/** A code by email is right in the browser that asked for it, whose flow has its id, and in no other. */
async function isRight(
  unit: Unit,
  open: OpenInvitation,
  { askedBy, code }: { askedBy: string; code: string },
): Promise<boolean> {
  if (!/^\d{6}$/.test(code)) return open.codeHash !== null && open.codeHash.equals(hashLongCode(code));
  const [tried] = await unit.tx
    .update(emailCode)
    .set({ tries: sql`${emailCode.tries} + 1` })
    .where(
      and(
        eq(emailCode.id, askedBy),
        eq(emailCode.invitationId, open.id),
        isNull(emailCode.usedAt),
        lt(emailCode.tries, codeTries),
        gt(emailCode.expiresAt, unit.now),
      ),
    )
    .returning({ id: emailCode.id });
  if (!tried || !isCodeOf(unit.context.keys, tried.id, code)) return false;
  await unit.tx.update(emailCode).set({ usedAt: unit.now }).where(eq(emailCode.id, tried.id));
  return true;
}
