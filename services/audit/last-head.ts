import { desc } from "drizzle-orm";
import { auditSeal } from "#db/schema/proof";
import type { PublishedHead } from "#domain/audit-head";
import type { Unit } from "../unit-of-work.ts";
import { published } from "./chain-keys.ts";

/** The newest head that was signed, as it is published; null before there is one. */
export async function lastHead({ tx }: Unit): Promise<PublishedHead | null> {
  const [seal] = await tx.select().from(auditSeal).orderBy(desc(auditSeal.position)).limit(1);
  return seal ? published(seal) : null;
}
