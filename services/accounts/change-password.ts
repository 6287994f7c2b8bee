import { and, eq, isNull } from "drizzle-orm";
import { signInFlow, staffPassword } from "#db/schema/identity";
import type { StaffActor } from "#domain/actor";
import { attemptLimits } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { Invalid, NotFound, TooManyAttempts } from "../errors.ts";
import { refundAttempts, spendAttempts } from "../limits/spend-attempts.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { endMine } from "./end-my-sessions.ts";
import { newPasswordProblem, tellingWords } from "./new-password.ts";
import { hashPassword, isPassword } from "./password-hash.ts";

/** Whether somebody has a password here; the council's own accounts have theirs elsewhere. */
export const hasPassword = (context: Context, actor: StaffActor): Promise<boolean> =>
  unitOfWork(context, actor, async (unit) => (await readHash(unit, actor.id)) !== null);

/**
 * Gives somebody the new password that they chose, beside the one they have. Everywhere else they are signed out, a
 * sign-in that was begun with the old one ends, and an email tells them, in case it was not they.
 * @throws Invalid by field
 * @throws TooManyAttempts after a few wrong ones: a session that was left open must not be where it is found out
 * @throws NotFound for somebody who has no password here
 */
export async function changePassword(
  context: Context,
  actor: StaffActor,
  typed: { current: string; password: string },
): Promise<void> {
  const spends = [
    {
      ...attemptLimits["change-password"],
      name: "change-password",
      of: actor.id,
      subjectId: actor.id,
    } as const,
  ];
  const until = await spendAttempts(context, spends);
  if (until) throw new TooManyAttempts(until);
  const { hash, telling } = await unitOfWork(context, actor, async (unit) => ({
    hash: await readHash(unit, actor.id),
    telling: await tellingWords(unit, actor.id),
  }));
  if (hash === null) throw new NotFound("no password here");
  const right = await isPassword(hash, typed.current);
  if (right) await refundAttempts(context, spends);
  else await unitOfWork(context, actor, (unit) => refused(unit, actor));
  const problem = newPasswordProblem(typed.password, telling) ?? (right ? sameAs(typed) : null);
  if (!right || problem !== null)
    throw new Invalid({
      ...(right ? {} : { current: "This is not the password that you have" }),
      ...(problem === null ? {} : { password: problem }),
    });
  const changed = await hashPassword(typed.password);
  await unitOfWork(context, actor, async (unit) => {
    // Of two who change it at once one does: it has to be the password still that was compared.
    const [row] = await unit.tx
      .update(staffPassword)
      .set({ hash: changed, setAt: unit.now })
      .where(and(eq(staffPassword.staffId, actor.id), eq(staffPassword.hash, hash)))
      .returning({ staffId: staffPassword.staffId });
    if (!row) throw new Invalid({ current: "Your password was changed a moment ago" });
    await endBegun(unit, actor.id);
    await endMine(unit, actor, "all-others");
    await unit.audit({ kind: "account.password-changed", subjectId: actor.id, facts: {} });
    await unit.owe({
      kind: "send-message",
      subjectId: actor.id,
      recipientId: actor.id,
      facts: { message: "password-changed", to: "staff" },
    });
  });
}

const sameAs = ({ current, password }: { current: string; password: string }): string | null =>
  current.normalize("NFKC") === password.normalize("NFKC")
    ? "Choose another password than the one you have"
    : null;

const refused = (unit: Unit, { id }: StaffActor) =>
  unit.audit({ kind: "sign-in.refused", subjectId: id, facts: { how: "password", why: "wrong-again" } });

async function readHash({ tx }: Unit, staffId: string): Promise<string | null> {
  const [found] = await tx
    .select({ hash: staffPassword.hash })
    .from(staffPassword)
    .where(eq(staffPassword.staffId, staffId));
  return found?.hash ?? null;
}

/** Whoever typed the old password and has yet to show a second factor starts again. */
const endBegun = ({ tx, now }: Unit, staffId: string) =>
  tx
    .update(signInFlow)
    .set({ doneAt: now })
    .where(
      and(
        eq(signInFlow.staffId, staffId),
        eq(signInFlow.purpose, "second-factor"),
        isNull(signInFlow.doneAt),
      ),
    );
