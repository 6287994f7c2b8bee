import { and, asc, eq } from "drizzle-orm";
import { organisation } from "#db/schema/directory";
import type { Unit } from "../unit-of-work.ts";

/** The authority itself: the first organisation of its kind, made now where nobody made it. */
export async function findCouncil({ tx, context }: Unit): Promise<string> {
  const [found] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.kind, "council"), eq(organisation.active, true)))
    .orderBy(asc(organisation.id))
    .limit(1);
  if (found) return found.id;
  const id = context.newId();
  const name = context.settings.authorityName;
  await tx.insert(organisation).values({ id, name, kind: "council" });
  return id;
}
