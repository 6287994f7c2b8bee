import { jobs, type JobFacts, type JobKind, type QueueName } from "#domain/jobs";

/** A job as it came off a queue: it names an outbox row and holds nothing else. */
export type QueuedJob = {
  /** A heartbeat has no row; its id is made up. */
  outboxId: string;
  kind: JobKind;
  queue: QueueName;
  /** A worker died over this very job: what it began may be half done. */
  recovered: boolean;
};

/** What became of one delivery. "gone": done before, or somebody else is at it now; both are quiet. */
export type Performed = "done" | "gone" | "problem";

/** An outbox row, as the services that do the work see it. */
export type OwedWork<K extends JobKind = JobKind> = {
  id: string;
  kind: K;
  subjectId: string;
  recipientId: string | null;
  facts: JobFacts<K>;
  availableAt: Date;
  attempts: number;
};

/** Work that cannot be done now. The code is kept with the row and shown to operators; it never holds what was typed. */
export class OwedProblem extends Error {
  override name = "OwedProblem";
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export type OwedRow = {
  id: string;
  subjectId: string;
  recipientId: string | null;
  facts: unknown;
  availableAt: Date;
  attempts: number;
};

/** Parses the facts again on the way out. @throws OwedProblem when they are not what the kind asks for */
export function asOwedWork<K extends JobKind>(kind: K, row: OwedRow): OwedWork<K> {
  const facts = jobs[kind].facts.safeParse(row.facts);
  if (!facts.success) throw new OwedProblem("bad-facts");
  return { ...row, kind, facts: facts.data as JobFacts<K> };
}
