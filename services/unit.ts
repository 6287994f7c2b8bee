import type { Tx } from "#db/client";
import type { Actor } from "#domain/actor";
import type { AuditEvent } from "#domain/audit";
import type { Owed } from "#domain/jobs";
import type { Context } from "./context.ts";

/** One transaction, with the only ways to write an audit event and to owe work. */
export type Unit = {
  tx: Tx;
  actor: Actor;
  /** The moment of this unit of work: one value for every row that it writes. */
  now: Date;
  context: Context;
  audit: (...events: AuditEvent[]) => Promise<void>;
  owe: (...work: Owed[]) => Promise<void>;
  /** The same unit inside a savepoint of its transaction. */
  within: (savepoint: Tx) => Unit;
};
