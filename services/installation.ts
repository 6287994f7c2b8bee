import type { Database, Tx } from "#db/client";
import { installation } from "#db/schema/directory";
import type { Context } from "./context.ts";
import { WrongInstallation } from "./errors.ts";

/** Databases whose marker this process has read: it never changes, so once is enough. */
const known = new WeakSet<Database>();

/**
 * A demonstration lets anybody in as anybody, and a live service must not take its people for real. `npm run migrate`
 * refuses the wrong database too, but a web or a worker may be given another address than it had. Asked in the first
 * transaction of a process and not only at its start: a database that is down then is the wrong one when it is back.
 * @throws WrongInstallation
 */
export async function refuseOtherInstallation(tx: Tx, { database, site }: Context): Promise<void> {
  if (known.has(database)) return;
  const [row] = await tx.select({ mode: installation.mode }).from(installation);
  if (row?.mode === "demo" && !site.demo)
    throw new WrongInstallation(
      "This database holds a demonstration, where anybody can sign in as anybody, and DEMO is not set: a live service needs a database of its own.",
    );
  if (row?.mode === "live" && site.demo)
    throw new WrongInstallation(
      "This database belongs to a live service, and DEMO=1 would let anybody in as anybody: a demonstration needs a database of its own.",
    );
  known.add(database);
}
