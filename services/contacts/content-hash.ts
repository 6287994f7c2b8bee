import type { Submission } from "#domain/questions/submission";
import { lookupHash, lookupHashes } from "../sealing/key-ring.ts";
import type { Unit } from "../unit-of-work.ts";

/** What is compared when it is not all that a contact says. */
type Arrival = { content?: string };

const contentOf = (said: Submission, { content }: Arrival): string => content ?? JSON.stringify(said);

/** Kept as a keyed hash, so that a dump does not let anybody test what a contact said. */
export const contentHash = ({ context }: Unit, submission: Submission, arrival: Arrival): Buffer =>
  lookupHash(context.keys, "body", contentOf(submission, arrival));

/** Whether a key that comes again brings what it brought the first time. */
export function isSameContent(
  { context }: Unit,
  submission: Submission,
  arrival: Arrival,
  kept: Buffer,
): boolean {
  const hashes = lookupHashes(context.keys, "body", contentOf(submission, arrival));
  return [...hashes.values()].some((hash) => hash.equals(kept));
}
