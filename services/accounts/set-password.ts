import { eq } from "drizzle-orm";
import { organisation, staff } from "#db/schema/directory";
import { staffPassword } from "#db/schema/identity";
import { passwordProblem } from "#domain/password";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { isCommonPassword } from "./common-passwords.ts";
import { enrolmentOf } from "./enrolment.ts";
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
  const about = await unitOfWork(context, accounts, async (unit) => {
    const { staffId, name, email } = await enrolmentOf(unit, flow);
    const [place] = await unit.tx
      .select({ name: organisation.name })
      .from(organisation)
      .innerJoin(staff, eq(staff.organisationId, organisation.id))
      .where(eq(staff.id, staffId));
    return [name, email, place?.name ?? "", context.settings.authorityName, "front door mash password"];
  });
  const problem = passwordProblem(password, isCommonPassword, about);
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
