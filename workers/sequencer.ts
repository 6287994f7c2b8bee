import type { Context } from "#services/context";
import type { AuditKeys } from "#services/audit/chain-keys";
import { openSequencer } from "#services/audit/sequencer";
import { codeOf } from "./backend.ts";
import { every, type Timer } from "./timers.ts";

type Parts = { database: { sequencer?: string }; auditKeys?: AuditKeys; auditHeadsFile?: string };

/**
 * Chains and publishes the audit trail, if no other worker does. Chaining waits for nothing: a head that cannot be
 * published alarms on the duty screen and in the log, and events go on getting their links.
 */
export function startSequencer(
  { database: { sequencer: url }, auditKeys, auditHeadsFile: headsFile }: Parts,
  { log, now }: Context,
  pace: { linkMs: number; sealMs: number },
): Timer {
  if (!url || !auditKeys || !headsFile) {
    // A real worker does not start without these settings.
    log.warn("the audit trail is not chained here");
    return { stop: () => Promise.resolve() };
  }
  const sequencer = openSequencer({ url, auditKeys, headsFile, now });
  let sealedAt = -Infinity;
  const linking = every(pace.linkMs, "sequencer", log, async () => {
    await sequencer.link();
    if (performance.now() - sealedAt < pace.sealMs) return;
    sealedAt = performance.now();
    await sequencer.seal().catch((error: unknown) => {
      // Our own words name a position; any other message could hold an address.
      const broken = error instanceof Error && error.name === "ChainBroken";
      log.fatal(
        { why: broken ? error.message : codeOf(error) },
        "the head of the audit chain is not published",
      );
    });
  });
  return {
    stop: async () => {
      await linking.stop();
      await sequencer.close();
    },
  };
}
