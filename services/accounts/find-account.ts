import { and, eq, sql } from "drizzle-orm";
import { organisation, staff } from "#db/schema/directory";
import { staffPassword } from "#db/schema/identity";
import type { Unit } from "../unit-of-work.ts";

export type LocalAccount = { staffId: string; name: string; email: string; passwordHash: string | null };

/** Somebody who may come in, by the address that they typed; null when there is nobody. */
export async function findAccount({ tx }: Unit, email: string): Promise<LocalAccount | null> {
  const [found] = await tx
    .select({
      staffId: staff.id,
      name: staff.name,
      email: staff.email,
      passwordHash: staffPassword.hash,
    })
    .from(staff)
    .innerJoin(organisation, eq(organisation.id, staff.organisationId))
    .leftJoin(staffPassword, eq(staffPassword.staffId, staff.id))
    .where(
      and(
        sql`lower(${staff.email}) = ${email.toLowerCase()}`,
        eq(staff.active, true),
        eq(organisation.active, true),
      ),
    );
  return found ?? null;
}
