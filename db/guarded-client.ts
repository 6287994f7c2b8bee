import type postgres from "postgres";

/*
 * postgres.js 3.4.9 goes on using the connection of a transaction after that connection is closed: its own ROLLBACK is
 * written to a socket that is gone, which throws where nobody can catch it and ends the process (porsager/postgres
 * #1066, #1133, #1208); and when the pool has opened the connection anew meanwhile, a statement or the COMMIT of the
 * dead transaction runs inside somebody else's (#1216). Measured here: a PostgreSQL killed with three transactions
 * open ended the process three times over. Until a release mends it, this keeps every statement of a transaction from
 * a connection that is known to be gone, and never lets postgres.js reach its ROLLBACK or COMMIT then.
 * tests/db/lost-connection.test.ts fails without it.
 */

type Work = (tx: postgres.TransactionSql) => unknown;

/** The client with transactions that end when their connection does. */
export function guardTransactions(client: postgres.Sql): postgres.Sql {
  return new Proxy(client, {
    get(target, name, receiver) {
      if (name !== "begin") return Reflect.get(target, name, receiver) as unknown;
      return (...args: [Work] | [string, Work]) => guardedBegin(target, ...args);
    },
  });
}

function guardedBegin(client: postgres.Sql, ...args: [Work] | [string, Work]): Promise<unknown> {
  const [options, work] = args.length === 2 ? args : ["", args[0]];
  const lost: { error?: Error } = {};
  const note = (error: unknown): void => {
    if (!lost.error && isLoss(error)) lost.error = error;
  };
  const transaction = client.begin(options, (tx) =>
    outlive(lost, note, () => work(guardedTx(tx, lost, note))),
  );
  transaction.catch(note);
  return transaction;
}

/**
 * Runs a part of a transaction. When the connection is lost it neither returns nor throws, because either would make
 * postgres.js write to it; `begin` itself has been told of the loss and rejects.
 */
async function outlive<T>(
  lost: { error?: Error },
  note: (error: unknown) => void,
  part: () => T,
): Promise<Awaited<T>> {
  try {
    const result = await part();
    if (!lost.error) return result;
  } catch (error) {
    note(error);
    if (!lost.error) throw error;
  }
  return new Promise<never>(() => undefined);
}

function guardedTx(
  tx: postgres.TransactionSql,
  lost: { error?: Error },
  note: (error: unknown) => void,
): postgres.TransactionSql {
  const watched = <Query extends Promise<unknown>>(query: Query): Query => {
    // First in line, so that the loss is known before anybody who waits for this statement can send another.
    query.catch(note);
    return query;
  };
  return new Proxy(tx, {
    apply(target, self, args) {
      const query = lost.error ? refused(lost.error) : (Reflect.apply(target, self, args) as unknown);
      return query instanceof Promise ? watched(query) : query;
    },
    get(target, name, receiver) {
      // What drizzle sends its parameterised statements through.
      if (name === "unsafe")
        return (text: string, values: unknown[] = []) =>
          lost.error
            ? refused(lost.error)
            : watched(
                Reflect.apply(target.unsafe, target, [
                  text,
                  values,
                  { prepare: values.length <= preparedValues },
                ]) as Promise<unknown>,
              );
      if (name === "savepoint")
        return (part: Work) =>
          lost.error
            ? refused(lost.error)
            : target.savepoint((inner) => outlive(lost, note, () => part(guardedTx(inner, lost, note))));
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}

/** What a statement looks like that was never sent. */
function refused(error: Error): Promise<never> {
  const rejected = Promise.reject<never>(error);
  rejected.catch(() => undefined);
  return Object.assign(rejected, { values: () => rejected });
}

/**
 * Statements with values are prepared once a connection. drizzle asks postgres.js not to, and then each of them waits
 * for the one before, and once more for the types of its own values: a submitted contact took thirty-six waits instead
 * of eight. Statements with more values than this are lists whose text changes with their length; a connection keeps
 * every text it has prepared until it is closed, so those are not kept.
 */
const preparedValues = 100;

/** Anything that did not come from the server as the answer to a statement, but from the connection. */
function isLoss(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (
    typeof code === "string" &&
    /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|ENET|EHOST|ENOTFOUND)/.test(code)
  );
}
