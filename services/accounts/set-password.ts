import { staffPassword } from "#db/schema/identity";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { enrolmentOf } from "./enrolment.ts";
import { newPasswordProblem, tellingWords } from "./new-password.ts";
import { hashPassword } from "./password-hash.ts";

const accounts = { kind: "system", process: "accounts" } as const;

/**
 * Sets the password of an account that is being set up.
 * @throws Invalid with words when others would guess it
 */
export async function setPassword(
  context: Context,
  { flow, password }: { flow: string | null; password: string },
): Promise<void> {
  const telling = await unitOfWork(context, accounts, async (unit) =>
    tellingWords(unit, (await enrolmentOf(unit, flow)).staffId),
  );
  const problem = newPasswordProblem(password, telling);
  if (problem) throw new Invalid({ password: problem });
  const hash = await hashPassword(password);
  await unitOfWork(context, accounts, async (unit) => {
    const { staffId } = await enrolmentOf(unit, flow);
    await unit.tx
      .insert(staffPassword)
      .values({ staffId, hash, setAt: unit.now })
      .onConflictDoUpdate({ target: staffPassword.staffId, set: { hash, setAt: unit.now } });
    await unit.audit({ kind: "account.password-set", subjectId: staffId, facts: {} });
  });
}
