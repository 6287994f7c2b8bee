import { and, eq, isNull, lt, or } from "drizzle-orm";
import { organisation } from "#db/schema/directory";
import { apiKey } from "#db/schema/partners";
import { keyLimits, type ApiScope } from "#domain/api/keys";
import type { OrganisationKind } from "#domain/organisation";
import { sourceCodes, type SourceCode } from "#domain/questions/you";
import type { Context } from "../context.ts";
import { TooManyAttempts } from "../errors.ts";
import { spendAttempts } from "../limits/spend-attempts.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { hashOfKey } from "./key-secret.ts";

/** A system that showed its key, and whose it is. */
export type Partner = {
  keyId: string;
  organisation: { id: string; name: string; kind: OrganisationKind; sourceCode: SourceCode };
};

/** Writing down each use would make every request a write; a minute is enough to see that an old key is still used. */
const usedWithinMs = 60_000;

const isSourceCode = (code: string | null): code is SourceCode =>
  (sourceCodes as readonly (string | null)[]).includes(code);

/**
 * Whose key it is, if it is good for this.
 * @returns "unknown" for none, an ended one, or an organisation that has ended; "not-allowed" for another scope
 * @throws TooManyAttempts when it has been used too often in the last minute
 */
export async function findKey(
  context: Context,
  secret: string,
  scope: ApiScope,
): Promise<Partner | "unknown" | "not-allowed"> {
  const secretHash = hashOfKey(secret);
  if (secretHash === null) return "unknown";
  const found = await unitOfWork(context, { kind: "system", process: "api" }, async ({ tx, now }) => {
    const [row] = await tx
      .select({
        key: apiKey,
        id: organisation.id,
        name: organisation.name,
        cinCode: organisation.cinCode,
        kind: organisation.kind,
      })
      .from(apiKey)
      .innerJoin(organisation, eq(organisation.id, apiKey.organisationId))
      .where(and(eq(apiKey.secretHash, secretHash), organisation.active));
    if (!row || (row.key.endsAt !== null && row.key.endsAt <= now)) return null;
    const before = new Date(now.getTime() - usedWithinMs);
    if (row.key.usedAt === null || row.key.usedAt < before)
      await tx
        .update(apiKey)
        .set({ usedAt: now })
        .where(and(eq(apiKey.id, row.key.id), or(isNull(apiKey.usedAt), lt(apiKey.usedAt, before))));
    return row;
  });
  if (found === null) return "unknown";
  if (!found.key.scopes.includes(scope)) return "not-allowed";
  const until = await spendAttempts(context, [
    { ...keyLimits[scope], name: `api-${scope}`, of: found.key.id, subjectId: found.key.id },
  ]);
  if (until !== null) throw new TooManyAttempts(until);
  const sourceCode = isSourceCode(found.cinCode) ? found.cinCode : "10";
  return {
    keyId: found.key.id,
    organisation: { id: found.id, name: found.name, kind: found.kind, sourceCode },
  };
}
