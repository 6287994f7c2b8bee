import { and, asc, inArray } from "drizzle-orm";
import { organisation } from "#db/schema/directory";
import { openlyNamedKinds } from "#domain/organisation";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** Names on a public page, which may weigh 30 KB in all; whoever is not among them types theirs. */
const atMost = 250;

/** The organisations here whose names anybody may read. */
export async function listOpenlyNamed(context: Context): Promise<string[]> {
  return unitOfWork(context, { kind: "public" }, async ({ tx }) => {
    const rows = await tx
      .select({ name: organisation.name })
      .from(organisation)
      .where(and(organisation.active, inArray(organisation.kind, openlyNamedKinds)))
      .orderBy(asc(organisation.name))
      .limit(atMost);
    return rows.map(({ name }) => name);
  });
}
