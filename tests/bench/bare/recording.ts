import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "#db/client";
import type { Context } from "#services/context";
import { unitOfWork } from "#services/unit-of-work";

/** A statement as it went to the server, with $1, $2 … for its values. */
export type Statement = { text: string; values: unknown[] };

/** One transaction: rounds of statements, each round sent together and waited for once. */
export type Recording = Statement[][];

class RolledBack extends Error {}

/**
 * Runs what services do, keeps every statement, and undoes it: a bare server can do the very same afterwards, and a
 * statement that somebody adds to the service tomorrow is in its work too.
 */
export async function recorder(context: Context, url: string) {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  let rounds: Recording = [];
  const database: Database = {
    orm: drizzle(recordingClient(client, () => rounds)),
    close: () => client.end(),
  };
  const recording: Context = { ...context, database };
  /** @param work opens one unit of work on the context that it is given */
  const record = async (work: (recording: Context) => Promise<unknown>): Promise<Recording> => {
    rounds = [];
    try {
      await work(recording);
    } catch (error) {
      if (error instanceof RolledBack) return rounds;
      throw error;
    }
    throw new Error("the work opened no transaction");
  };
  // What a process asks its database only once is no part of the work.
  await record((first) => unitOfWork(first, { kind: "system", process: "test" }, () => Promise.resolve()));
  return { record, close: () => database.close() };
}

function recordingClient(client: postgres.Sql, rounds: () => Recording): postgres.Sql {
  return new Proxy(client, {
    get(target, name, receiver) {
      if (name !== "begin") return Reflect.get(target, name, receiver) as unknown;
      return (work: (tx: postgres.TransactionSql) => Promise<unknown>) =>
        target.begin(async (tx) => {
          await work(recordingTx(tx, rounds(), { waited: 0 }));
          throw new RolledBack();
        });
    },
  });
}

/** A statement that is sent while another is waited for belongs to the same round. */
function recordingTx(tx: postgres.TransactionSql, rounds: Recording, now: { waited: number }) {
  const note = (text: string, values: unknown[]) => {
    if (now.waited === 0) rounds.push([]);
    rounds.at(-1)?.push({ text, values });
  };
  return new Proxy(tx, {
    get(target, name, receiver) {
      if (name === "unsafe")
        return (...args: Parameters<postgres.TransactionSql["unsafe"]>) => {
          note(args[0], args[1] ?? []);
          const query = Reflect.apply(target.unsafe, target, args) as Promise<unknown>;
          now.waited += 1;
          const answered = () => void (now.waited -= 1);
          query.then(answered, answered);
          return query;
        };
      if (name === "savepoint")
        return async (work: (inner: postgres.TransactionSql) => Promise<unknown>) => {
          note("savepoint part", []);
          const result: unknown = await target.savepoint((inner) => work(recordingTx(inner, rounds, now)));
          note("release savepoint part", []);
          return result;
        };
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}
