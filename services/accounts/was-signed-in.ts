import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findSession } from "./find-session.ts";

/** Whether a cookie is of a session that its time has ended, and nobody else: they may well come back. */
export async function wasSignedIn(context: Context, cookieValue: string): Promise<boolean> {
  return unitOfWork(
    context,
    { kind: "system", process: "session" },
    async (unit) => (await findSession(unit, cookieValue)) !== null,
  );
}
