import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";

/**
 * For the start of a process, so that one with the wrong database ends in words; the unit of work itself asks.
 * @throws WrongInstallation, or why the database did not answer
 */
export async function checkInstallation(context: Context): Promise<void> {
  await unitOfWork(context, { kind: "system", process: "start" }, () => Promise.resolve());
}
