import type { Role } from "#domain/actor";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { rememberDevice } from "./known-device.ts";
import { startSession } from "./start-session.ts";

/** What the browser of somebody who has just signed in is given. */
export type SignedIn = {
  /** For the session's cookie. */
  secret: string;
  roles: readonly Role[];
  /** For the cookie by which this browser is known again. */
  device: string;
  next: string | null;
};

/** Starts the session of somebody whose identity was proved, and tells them when it is from a new browser. */
export async function finishSignIn(
  context: Context,
  staffId: string,
  { device, next }: { device: string | null; next: string | null },
): Promise<SignedIn> {
  const started = await startSession(context, staffId);
  const kept = await unitOfWork(context, { kind: "system", process: "accounts" }, (unit) =>
    rememberDevice(unit, staffId, device),
  );
  return { ...started, device: kept, next };
}
