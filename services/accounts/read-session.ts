import { eq } from "drizzle-orm";
import { session } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import { sessionState } from "#domain/session";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findSession } from "./find-session.ts";

export type Session = {
  actor: StaffActor;
  /** Locked: it says whose it is and opens nothing until they prove who they are. */
  state: "open" | "locked";
  provedAt: Date;
};

/** `seen_at` is written at most this often: a write for every page read would be a commit for every page read. */
const seenEveryMs = 60_000;

/**
 * Whose session a cookie belongs to; null when it is unknown, ended, idle too long or its person has left.
 * @param quiet a page asks by itself, which is no sign that somebody sits there: a screen that is left still locks
 */
export async function readSession(
  context: Context,
  cookieValue: string,
  { quiet = false }: { quiet?: boolean } = {},
): Promise<Session | null> {
  return unitOfWork(context, { kind: "system", process: "session" }, async (unit) => {
    const found = await findSession(unit, cookieValue);
    if (found === null) return null;
    const { times, staffId, ...person } = found;
    const state = sessionState(times, context.settings, unit.now);
    if (state === "over") return null;
    // A locked session is not kept alive by asking: it would never be signed out, and after a while never have locked.
    if (state === "open" && !quiet && unit.now.getTime() - times.seenAt.getTime() > seenEveryMs)
      await unit.tx.update(session).set({ seenAt: unit.now }).where(eq(session.id, person.sessionId));
    return { actor: { kind: "staff", id: staffId, ...person }, state, provedAt: times.provedAt };
  });
}
