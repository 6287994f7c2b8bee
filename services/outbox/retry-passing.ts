import { setTimeout as wait } from "node:timers/promises";
import { databaseCode } from "../database-errors.ts";
import { Unavailable } from "../errors.ts";

/** Two more tries. A database that is away for longer is met by the rest between deliveries, which starts at 15 s. */
const pausesMs = [200, 1_000];

/** Serialization failure, deadlock, and a lock that was not got in time. */
const passingCodes = new Set(["40001", "40P01", "55P03"]);

/**
 * Tries again at once what failed for a reason that passes: a connection that was cut, a deadlock. The work must bear
 * being done although it was done before, because a lost answer looks the same.
 */
export async function retryPassing<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of pausesMs) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unavailable) && !passingCodes.has(databaseCode(error) ?? "")) throw error;
    }
    await wait(pause);
  }
  return work();
}
