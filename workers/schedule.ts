import { oweHeadDigest } from "#services/audit/owe-head-digest";
import type { Context } from "#services/context";
import { oweRegularly, type RegularKind } from "#services/outbox/owe-regularly";

/** Housekeeping and how often it is owed. Each is owed once a period, however many workers run. */
const schedule: readonly { kind: RegularKind; everyMinutes: number }[] = [
  { kind: "delete-expired-drafts", everyMinutes: 60 },
  { kind: "remind-senders", everyMinutes: 5 },
];

export async function oweSchedule(context: Context): Promise<void> {
  for (const work of schedule) await oweRegularly(context, work);
  await oweHeadDigest(context);
}
