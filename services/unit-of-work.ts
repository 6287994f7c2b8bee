import type { Tx } from "#db/client";
import type { Actor } from "#domain/actor";
import { actAs } from "./acting-as.ts";
import { writeAudit } from "./audit/write-audit.ts";
import type { Context } from "./context.ts";
import { isConnectionTrouble } from "./database-errors.ts";
import { Erased, Forbidden, NothingSaved, NotFound, Unavailable } from "./errors.ts";
import { refuseOtherInstallation } from "./installation.ts";
import { ringDoorbell, writeOwed } from "./outbox/write-owed.ts";
import type { Unit } from "./unit.ts";

/** Longest that a caller waits for a transaction; a frozen database would otherwise hold it until the socket dies. */
const patienceMs = 8_000;

/**
 * Runs `work` in one transaction as `actor`: rows, audit and owed work stand together or not at all. The actor is set
 * in the database first (for row-level security), and nothing else in the product opens a transaction.
 * @throws NothingSaved while a kept form is shown again
 * @throws WrongInstallation before anything is read when the database is another's
 * @throws Unavailable when the database does not answer in time; whether it committed is then unknown, and a retry
 *   with the same idempotency key finds out
 */
export async function unitOfWork<T>(
  context: Context,
  actor: Actor,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  if (context.showingKeptForm) throw new NothingSaved();
  let gaveUp = false;
  let owing = false;
  const transaction = context.database.orm.transaction(async (tx) => {
    if (gaveUp) throw new Unavailable("the caller left");
    const now = context.now();
    // Sent at once but awaited with the work: the connection runs it first, and a round trip is saved.
    const settingActor = actAs(tx, actor);
    const checked = refuseOtherInstallation(tx, context);
    // Handed to the connection when they are asked for and waited for before the commit: meanwhile the caller goes on.
    const events: Promise<void>[] = [];
    const unitOn = (handle: Tx): Unit => {
      const unit: Unit = {
        tx: handle,
        actor,
        now,
        context,
        audit: (...list) => {
          const written = writeAudit(unit, list);
          // Under a savepoint its caller has to hear at once whether it could be written.
          if (handle !== tx) return written;
          written.catch(() => undefined);
          events.push(written);
          return Promise.resolve();
        },
        owe: (...owed) => {
          owing ||= owed.length > 0;
          return writeOwed(unit, owed);
        },
        within: unitOn,
      };
      return unit;
    };
    try {
      const [result] = await Promise.all([checked.then(() => work(unitOn(tx))), settingActor]);
      await Promise.all(events);
      return result;
    } catch (error) {
      // What could not be audited fails every statement after it, with words about something else.
      await Promise.all(events);
      throw error;
    }
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
    await auditRefusal(context, actor, error);
    throw isConnectionTrouble(error) ? new Unavailable("the database cannot be reached") : error;
  } finally {
    clearTimeout(timer);
    transaction.catch(() => undefined);
  }
}

/**
 * Somebody of ours asked for what is not there, not theirs or not for them to do. Whatever was written for it is undone,
 * so the attempt is kept by itself, and before they get their answer. A refusal that cannot be kept is still one.
 */
async function auditRefusal(context: Context, actor: Actor, error: unknown): Promise<void> {
  const missing = error instanceof NotFound && !(error instanceof Erased);
  if (actor.kind !== "staff" || !(missing || error instanceof Forbidden)) return;
  const about = missing && error.contactId !== undefined ? { contactId: error.contactId } : {};
  const why = missing ? ("not-found" as const) : ("refused" as const);
  try {
    await unitOfWork(context, actor, (unit) =>
      unit.audit({ kind: "access.denied", ...about, facts: { route: null, why } }),
    );
  } catch {
    context.log.error({ why }, "a refused attempt could not be recorded");
  }
}

export type { Unit } from "./unit.ts";
