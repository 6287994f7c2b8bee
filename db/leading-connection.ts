import postgres from "postgres";
import { backoff, connectionLimits, knownTypes } from "./client.ts";

/** One connection, which holds the lock that makes its process the only one of its kind. */
export type LeadingConnection = {
  /** Runs a query, and throws the connection away when there is no answer for too long. */
  ask: <T>(query: (on: postgres.Sql) => Promise<T>) => Promise<T>;
  /** Whether this connection holds the lock now; takes it when it is free. */
  lead: () => Promise<boolean>;
  /** Gives the lock to whoever takes it next. */
  yieldLead: () => Promise<void>;
  close: () => Promise<void>;
};

type Options = {
  /** Any number that nothing else here locks. */
  lock: number;
  /** Settings of the session over the common limits. */
  settings?: Record<string, string>;
  /** Called with a connection that replaces one which was thrown away. */
  onRenewed?: (on: postgres.Sql) => void;
};

/** A frozen server or a cut cable gives no error for minutes; the connection is thrown away after this long. */
const patienceMs = 10_000;

export function openLeadingConnection(url: string, name: string, options: Options): LeadingConnection {
  let leads = false;
  let closed = false;
  const connect = () =>
    postgres(url, {
      max: 1,
      connect_timeout: 5,
      backoff,
      // The lock belongs to the session: it must not be recycled, and losing it is losing the lead.
      max_lifetime: null,
      onclose: () => (leads = false),
      onnotice: () => undefined,
      ...knownTypes,
      connection: { application_name: name, ...connectionLimits, ...options.settings },
    });
  let sql = connect();

  async function ask<T>(query: (connection: postgres.Sql) => Promise<T>): Promise<T> {
    const connection = sql;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(Object.assign(new Error("the database did not answer in time"), { code: "ETIMEDOUT" }));
        if (connection === sql && !closed) renew();
      }, patienceMs);
    });
    try {
      return await Promise.race([query(connection), patience]);
    } finally {
      clearTimeout(timer);
    }
  }

  function renew(): void {
    const old = sql;
    leads = false;
    sql = connect();
    old.end({ timeout: 0 }).catch(() => undefined);
    options.onRenewed?.(sql);
  }

  return {
    ask,
    async lead() {
      if (leads) return true;
      const connection = sql;
      const [row] = await ask(
        (on) => on<{ got: boolean }[]>`select pg_try_advisory_lock(${options.lock}) as got`,
      );
      leads = row?.got === true && connection === sql;
      return leads;
    },
    async yieldLead() {
      if (!leads) return;
      leads = false;
      await ask((on) => on`select pg_advisory_unlock(${options.lock})`);
    },
    async close() {
      closed = true;
      await sql.end({ timeout: 2 });
    },
  };
}
