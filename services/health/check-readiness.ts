import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** Whether this process can take a contact: the database answers and has our tables. */
export async function checkReadiness(context: Context): Promise<boolean> {
  try {
    await unitOfWork(context, { kind: "system", process: "health" }, ({ tx }) =>
      tx.execute(sql`select 1 from contact limit 1`),
    );
    return true;
  } catch {
    return false;
  }
}
