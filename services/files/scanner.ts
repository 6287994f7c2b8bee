/**
 * Looks for viruses in a file that comes piece by piece. `refused`: it answered, and cannot look into this file.
 * @throws Error when it does not answer: it is asked again later
 */
export type Scanner = (pieces: AsyncIterable<Buffer>) => Promise<"clean" | "found" | "refused">;
