import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { auditEvent, outbox } from "#db/schema/proof";
import type { Actor } from "#domain/actor";
import { auditFacts, type AuditEvent } from "#domain/audit";
import { jobs, type Owed } from "#domain/jobs";
import type { Context } from "./context.ts";
import { Unavailable } from "./errors.ts";

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

/** Longest that a caller waits for a transaction; a frozen database would otherwise hold it until the socket dies. */
const patienceMs = 8_000;

/**
 * Runs `work` in one transaction as `actor`: rows, audit and owed work stand together or not at all. The actor is set
 * in the database first (for row-level security), and nothing else in the product opens a transaction.
 * @throws Unavailable when the database does not answer in time; whether it committed is then unknown, and a retry
 *   with the same idempotency key finds out
 */
export async function unitOfWork<T>(
  context: Context,
  actor: Actor,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  let gaveUp = false;
  let owing = false;
  const transaction = context.database.orm.transaction(async (tx) => {
    if (gaveUp) throw new Unavailable("the caller left");
    const now = context.now();
    const actorId = actor.kind === "staff" ? actor.id : "";
    // Sent at once but awaited with the work: the connection runs it first, and a round trip is saved.
    const settingActor = tx
      .execute(
        sql`select set_config('frontdoor.actor_kind', ${actor.kind}, true), set_config('frontdoor.actor_id', ${actorId}, true)`,
      )
      .then(() => undefined);
    const unitOn = (handle: Tx): Unit => {
      const unit: Unit = {
        tx: handle,
        actor,
        now,
        context,
        audit: (...events) => writeAudit(unit, events),
        owe: (...owed) => {
          owing ||= owed.length > 0;
          return writeOwed(unit, owed);
        },
        within: unitOn,
      };
      return unit;
    };
    const [result] = await Promise.all([work(unitOn(tx)), settingActor]);
    return result;
  });
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      gaveUp = true;
      reject(new Unavailable("the database did not answer in time"));
    }, patienceMs);
  });
  try {
    const result = await Promise.race([transaction, patience]);
    if (owing) ringDoorbell(context);
    return result;
  } catch (error) {
    throw isConnectionTrouble(error) ? new Unavailable("the database cannot be reached") : error;
  } finally {
    clearTimeout(timer);
    transaction.catch(() => undefined);
  }
}

async function writeAudit(unit: Unit, events: AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { actor, context, now } = unit;
  await unit.tx.insert(auditEvent).values(
    events.map((event) => ({
      id: context.newId(),
      at: now,
      kind: event.kind,
      actorKind: actor.kind,
      actorId: actor.kind === "staff" ? actor.id : null,
      sessionId: actor.kind === "staff" ? actor.sessionId : null,
      process: actor.kind === "system" ? actor.process : null,
      contactId: event.contactId ?? null,
      subjectId: event.subjectId ?? null,
      facts: auditFacts[event.kind].parse(event.facts),
    })),
  );
}

async function writeOwed(unit: Unit, work: Owed[]): Promise<void> {
  if (work.length === 0) return;
  await unit.tx
    .insert(outbox)
    .values(
      work.map((owed) => ({
        id: unit.context.newId(),
        kind: owed.kind,
        subjectId: owed.subjectId,
        recipientId: owed.recipientId ?? null,
        facts: jobs[owed.kind].facts.parse(owed.facts),
        createdAt: unit.now,
        availableAt: owed.availableAt ?? unit.now,
      })),
    )
    .onConflictDoNothing();
}

const ringing = new WeakSet<Context>();

/**
 * Tells the relay that work is owed, after the commit and outside it: NOTIFY inside a transaction makes every commit
 * of the database wait for the one before. A lost ring costs only the wait for the relay's next poll.
 */
function ringDoorbell(context: Context): void {
  if (ringing.has(context)) return;
  ringing.add(context);
  context.database.orm
    .execute(sql`select pg_notify('owed', '')`)
    .catch(() => context.log.warn("the doorbell could not be rung"))
    .finally(() => ringing.delete(context));
}

/** Connection classes of SQLSTATE, cancelled statements, and sockets that never opened. */
function isConnectionTrouble(error: unknown): boolean {
  const code = databaseCode(error);
  return code !== null && /^(08|53|57)|^ECONN|^CONNECT|^CONNECTION_|^ETIMEDOUT|^EPIPE/.test(code);
}

/**
 * The database's own error code, dug out of what drizzle wraps it in; null when the error is no database error. The
 * wrapping error's message holds SQL and values, so it must never be logged or shown.
 */
export function databaseCode(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === "string") return code;
  }
  return null;
}
