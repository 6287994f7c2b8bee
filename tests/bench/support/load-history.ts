import postgres from "postgres";
import { loadDemo } from "../../../scripts/load-demo.ts";
import type { System } from "../../assurance/support/system.ts";
import type { Bench } from "./bench.ts";

const million = 1_000_000;

/** A service with a history of so many contacts, and what loading it took. */
export async function loadHistory({ system: start, figure, say }: Bench, contacts: number): Promise<System> {
  const system = await start();
  // It would chain the audit trail of all those years at once, which is no part of what is measured.
  await system.worker.stop();
  const owner = postgres(system.postgres.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await refuseWithoutRowSecurity(system);
    const began = performance.now();
    let told = began;
    await loadDemo(system.context, system.logins.app, {
      contacts,
      seed: "bench",
      onProgress: (written) => {
        if (performance.now() - told < 30_000) return;
        told = performance.now();
        say(`${written} of ${contacts}`);
      },
    });
    const seconds = (performance.now() - began) / 1_000;
    figure(`loading ${contacts}`, `${(contacts / seconds).toFixed(0)} a second`, "at least 556");
    // What autovacuum does by itself in the years that this took.
    await owner`vacuum analyze`;
    const [size] = await owner<{ bytes: string }[]>`select pg_database_size(current_database()) as bytes`;
    const bytes = Number(size?.bytes);
    const all = (bytes / contacts) * million;
    figure(
      `on disk for ${contacts}`,
      `${(bytes / 1e9).toFixed(2)} GB, ${(all / 1e9).toFixed(1)} GB a million`,
      "at most 40 GB a million",
    );
    return system;
  } finally {
    await owner.end();
  }
}

/** The figures are those of the application's login, which the database lets see no more than the actor may. */
async function refuseWithoutRowSecurity({ logins }: System): Promise<void> {
  const app = postgres(logins.app, { max: 1, onnotice: () => undefined });
  try {
    const [found] = await app<{ bound: boolean }[]>`
      select row_security_active('contact') and row_security_active('contact_child') as bound`;
    if (!found?.bound) throw new Error("row-level security does not bind the application's login");
  } finally {
    await app.end();
  }
}
