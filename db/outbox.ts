import postgres from "postgres";
import { jobKinds, type JobKind } from "#domain/jobs";
import { backoff, connectionLimits } from "./client.ts";

export type LeasedWork = { id: string; kind: JobKind };

/** One connection of the relay's own, which holds the lock that makes it the only relay. */
export type Outbox = {
  /** Calls back when work is owed, and each time the connection that listens is made anew. */
  listen: (onOwed: () => void) => Promise<void>;
  /** Whether this connection holds the relay's lock now; takes it when it is free. */
  lead: () => Promise<boolean>;
  /** The kinds that have work which is not done, available, and not leased. */
  kindsOwed: () => Promise<JobKind[]>;
  lease: (kinds: readonly JobKind[], limit: number, seconds: number) => Promise<LeasedWork[]>;
  /** Gives leases back when the queue did not take the work. */
  release: (ids: readonly string[]) => Promise<void>;
  databaseTime: () => Promise<Date>;
  /** "on", unless somebody traded durability for speed. */
  synchronousCommit: () => Promise<string>;
  close: () => Promise<void>;
};

/** Any number that nothing else here locks: "owed" in ASCII. */
const relayLock = 0x6f776564;

/** A frozen server or a cut cable gives no error for minutes; the connection is thrown away after this long. */
const patienceMs = 10_000;

export function openOutbox(url: string, name: string): Outbox {
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
      connection: { application_name: name, ...connectionLimits },
    });
  let sql = connect();
  let ringer: (() => void) | undefined;

  function subscribe(): Promise<unknown> {
    const ring = ringer;
    return ring ? sql.listen("owed", ring, ring) : Promise.resolve();
  }

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
    subscribe().catch(() => undefined);
  }

  return {
    async listen(onOwed) {
      ringer = onOwed;
      await ask(subscribe);
    },
    async lead() {
      if (leads) return true;
      const connection = sql;
      const [row] = await ask(
        (on) => on<{ got: boolean }[]>`select pg_try_advisory_lock(${relayLock}) as got`,
      );
      leads = row?.got === true && connection === sql;
      return leads;
    },
    async kindsOwed() {
      const rows = await ask(
        (on) => on<{ kind: JobKind }[]>`
          select distinct kind from outbox
          where done_at is null and available_at <= clock_timestamp()
            and (lease_until is null or lease_until <= clock_timestamp())`,
      );
      return rows.map((row) => row.kind).filter((kind) => jobKinds.includes(kind));
    },
    async lease(kinds, limit, seconds) {
      // Not done, rather than after the last id seen: a transaction that commits late has an early id.
      return ask(
        (on) => on<LeasedWork[]>`
          with free as (
            select id from outbox
            where done_at is null and available_at <= clock_timestamp()
              and (lease_until is null or lease_until <= clock_timestamp())
              and kind::text in ${on([...kinds])}
            order by available_at
            limit ${limit}
            for update skip locked
          )
          update outbox set lease_until = clock_timestamp() + make_interval(secs => ${seconds})
          from free where outbox.id = free.id
          returning outbox.id, outbox.kind`,
      );
    },
    async release(ids) {
      await ask(
        (on) => on`update outbox set lease_until = null where id in ${on([...ids])} and done_at is null`,
      );
    },
    async databaseTime() {
      const [row] = await ask((on) => on<{ now: Date }[]>`select clock_timestamp() as now`);
      if (!row) throw new Error("the database gave no time");
      return row.now;
    },
    async synchronousCommit() {
      const [row] = await ask(
        (on) => on<{ value: string }[]>`
        select current_setting('synchronous_commit') as value`,
      );
      return row?.value ?? "";
    },
    async close() {
      closed = true;
      await sql.end({ timeout: 2 });
    },
  };
}
