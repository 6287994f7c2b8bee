import { and, eq, notExists, type SQL } from "drizzle-orm";
import type { Tx } from "#db/client";
import { organisation } from "#db/schema/directory";
import { organisationBypass } from "#db/schema/restricted";

/** As a condition on `organisation`: those that requests and invitations about a contact do not go around. */
export const notBypassed = (tx: Tx, contactId: string): SQL =>
  notExists(
    tx
      .select({ id: organisationBypass.organisationId })
      .from(organisationBypass)
      .where(
        and(
          eq(organisationBypass.contactId, contactId),
          eq(organisationBypass.organisationId, organisation.id),
        ),
      ),
  );
