import { asc, eq } from "drizzle-orm";
import pg from "pg";
import { contact, contactChild } from "#db/schema/intake";
import type { Context } from "#services/context";
import { gatherCrew } from "#services/demo/load/crew";
import { loadContact } from "#services/demo/load/load-contact";
import { newSheaf } from "#services/demo/load/sheaf";
import type { DemoOutcome } from "#services/demo/records/demo-outcome";
import { unitOfWork } from "#services/unit-of-work";
import { writeSheaf } from "../../scripts/load-demo.ts";

/** A contact that waits for nothing but a manager. */
export type RecommendedContact = { id: string; reference: string; version: number; childIds: string[] };

const routed: readonly DemoOutcome[] = ["advice", "family_caf", "assessment"];

/**
 * Makes contacts on which a screener has recommended an outcome for every child. Their outcomes take turns and each of
 * them makes work, so that deciding has something to route.
 * @param url the application's own login
 */
export async function recommendedContacts(
  context: Context,
  url: string,
  seed: string,
  count: number,
): Promise<RecommendedContact[]> {
  const now = context.now();
  const crew = await gatherCrew(context);
  const loading = {
    context,
    seed,
    crew,
    memory: new Map(),
    references: new Set<string>(),
    now,
    openWorkSince: now,
  };
  const sheaf = newSheaf();
  for (let family = 0; family < count; family += 1) {
    const at = new Date(now.getTime() - 3_600_000 + family);
    const outcome = routed[family % routed.length] ?? "assessment";
    loadContact(loading, sheaf, {
      ...{ family, telling: 0, last: true, firstAt: at, at },
      ...{ outcome, open: true, recommended: true },
    });
  }
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    await writeSheaf(pool, sheaf, new Set());
  } finally {
    await pool.end();
  }
  const ids = (sheaf.rows.get(contact) ?? []).map((row) => String(row["id"]));
  return unitOfWork(context, { kind: "system", process: "test" }, ({ tx }) =>
    Promise.all(
      ids.map(async (id) => {
        const [row] = await tx.select().from(contact).where(eq(contact.id, id));
        const children = await tx
          .select()
          .from(contactChild)
          .where(eq(contactChild.contactId, id))
          .orderBy(asc(contactChild.ordinal));
        const childIds = children.filter(({ state }) => state === "recommended").map((child) => child.id);
        return { id, reference: row?.reference ?? "", version: row?.version ?? 0, childIds };
      }),
    ),
  );
}
