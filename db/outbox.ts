import type postgres from "postgres";
import { jobKinds, type JobKind } from "#domain/jobs";
import { openLeadingConnection } from "./leading-connection.ts";

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

/** "owed" in ASCII. */
const relayLock = 0x6f776564;

export function openOutbox(url: string, name: string): Outbox {
  let ringer: (() => void) | undefined;
  const subscribe = (on: postgres.Sql): Promise<unknown> => {
    const ring = ringer;
    return ring ? on.listen("owed", ring, ring) : Promise.resolve();
  };
  const { ask, lead, close } = openLeadingConnection(url, name, {
    lock: relayLock,
    onRenewed: (on) => void subscribe(on).catch(() => undefined),
  });

  return {
    async listen(onOwed) {
      ringer = onOwed;
      await ask(subscribe);
    },
    lead,
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
    close,
  };
}
