import { eq } from "drizzle-orm";
import { organisation, staff } from "#db/schema/directory";
import { passwordProblem } from "#domain/password";
import { NotFound } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";
import { isCommonPassword } from "./common-passwords.ts";

/** Words that somebody who knows this person would try: their name and address, their organisation, this place. */
export async function tellingWords({ tx, context }: Unit, staffId: string): Promise<string[]> {
  const [person] = await tx
    .select({ name: staff.name, email: staff.email, place: organisation.name })
    .from(staff)
    .innerJoin(organisation, eq(organisation.id, staff.organisationId))
    .where(eq(staff.id, staffId));
  if (!person) throw new NotFound("nobody whose password this would be");
  const { name, email, place } = person;
  return [name, email, place, context.settings.authorityName, "front door mash password"];
}

/** What is wrong with a new password, in words; null when nothing is. */
export const newPasswordProblem = (password: string, telling: readonly string[]): string | null =>
  passwordProblem(password, isCommonPassword, telling);
