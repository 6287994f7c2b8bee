import { z } from "zod";
import { messageKinds } from "./messages.ts";

/**
 * Work that can be owed. A payload holds ids and the state expected, never what somebody typed: the handler reads the
 * rest again, and a stale job is a quiet no-op.
 */
export const jobs = {
  "match-contact": { queue: "intake", facts: z.strictObject({}), safetyCritical: true },
  "route-decision": { queue: "routing", facts: z.strictObject({}), safetyCritical: true },
  // A file that waits for it can be opened all the same, by somebody who knows that (domain/files/scan.ts).
  "scan-file": { queue: "housekeeping", facts: z.strictObject({}), safetyCritical: false },
  "send-message": {
    queue: "mail",
    facts: z.strictObject({
      message: z.enum(messageKinds),
      /** A former address is that of a change of address: where notices went before. */
      to: z.enum(["referrer", "organisation", "team", "staff", "former-address", "sender"]),
    }),
    safetyCritical: true,
  },
  // Not beside mail: a partner's server that does not answer must not hold up what somebody waits for.
  "deliver-webhook": { queue: "housekeeping", facts: z.strictObject({}), safetyCritical: false },
  "delete-expired-drafts": { queue: "housekeeping", facts: z.strictObject({}), safetyCritical: false },
  "remind-senders": { queue: "housekeeping", facts: z.strictObject({}), safetyCritical: false },
  "run-retention": { queue: "housekeeping", facts: z.strictObject({}), safetyCritical: false },
  heartbeat: { queue: "housekeeping", facts: z.strictObject({}), safetyCritical: false },
} as const satisfies Record<string, { queue: QueueName; facts: z.ZodType; safetyCritical: boolean }>;

export const queueNames = ["intake", "routing", "mail", "housekeeping"] as const;
export type QueueName = (typeof queueNames)[number];
export type JobKind = keyof typeof jobs;
export const jobKinds = Object.keys(jobs) as [JobKind, ...JobKind[]];
export type JobFacts<K extends JobKind> = z.infer<(typeof jobs)[K]["facts"]>;

/** A piece of work, as a service owes it in the transaction of the change that owes it. */
export type Owed = {
  [K in JobKind]: {
    kind: K;
    subjectId: string;
    recipientId?: string;
    facts: JobFacts<K>;
    /** Not before this moment; now when left out. */
    availableAt?: Date;
  };
}[JobKind];

/** After this long undone, owed safety-critical work raises an alarm on the duty screen. */
export const owedAlarmMinutes = 5;

/**
 * Seconds to wait before try `attempts + 1`: 15 s doubling to 15 minutes, for ever. There is no maximum number of
 * tries: what is owed stays owed, and the alarm is what ends the silence.
 */
export function retryDelaySeconds(attempts: number): number {
  return Math.min(15 * 2 ** Math.max(0, attempts - 1), 15 * 60);
}
