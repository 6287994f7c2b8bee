import postgres from "postgres";
import { alongIndexes, canonicalEvent, sealFrom, type Seal, type SealRow } from "./chain.ts";

/** A link as it is kept, with its event as it is now. */
export type ReadLink = {
  position: string;
  eventId: string;
  hash: Buffer;
  mac: Buffer;
  keyVersion: number;
  /** Microseconds since 1970: what a Date would round away could be changed unseen. */
  linkedAt: string;
  /** Null when the event is gone. */
  content: string | null;
};

export type ChainReader = {
  /** Links by position, some thousands at a time, from one moment of the database. */
  links: () => AsyncIterable<ReadLink[]>;
  seals: () => Promise<Seal[]>;
  /** How many events were recorded before so many seconds and have no link; the oldest of them. */
  unlinked: (olderThanSeconds: number) => Promise<{ count: number; firstId: string | null }>;
};

/** Large enough that a round trip is nothing beside it, small enough that two lie in memory. */
const rowsAtOnce = 5_000;

/** Reads the chain in the verifier's login, which can change nothing: one snapshot for everything that `work` asks. */
export async function readChain<T>(url: string, work: (reader: ChainReader) => Promise<T>): Promise<T> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: "audit-verify", ...alongIndexes },
  });
  try {
    // The driver gives back what an array would have to be unwrapped from.
    return (await sql.begin("isolation level repeatable read read only", (tx) => work(reader(tx)))) as T;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const reader = (tx: postgres.TransactionSql): ChainReader => ({
  links: () =>
    readingAhead(
      tx<ReadLink[]>`
      select link.position, link.event_id as "eventId", link.hash, link.mac, link.key_version as "keyVersion",
        (extract(epoch from link.linked_at) * 1000000)::bigint as "linkedAt",
        case when event.id is not null then ${canonicalEvent(tx)} end as content
      from audit_link link left join audit_event event on event.id = link.event_id
      order by link.position`.cursor(rowsAtOnce),
    ),
  async seals() {
    return (await tx<SealRow[]>`select * from audit_seal order by position`).map(sealFrom);
  },
  async unlinked(olderThanSeconds) {
    await tx`set local enable_mergejoin to on`;
    const [row] = await tx<{ count: number; firstId: string | null }[]>`
      with missed as materialized (
        select id, recorded_at from audit_event event
        where not exists (select from audit_link link where link.event_id = event.id)
      )
      select count(*)::int as count, (array_agg(id order by recorded_at))[1] as "firstId"
      from missed where recorded_at < clock_timestamp() - ${olderThanSeconds} * interval '1 second'`;
    return row ?? { count: 0, firstId: null };
  },
});

/** Asks for the next rows before these are looked at: the database then reads while we hash, which is half of the work. */
async function* readingAhead<T>(source: AsyncIterable<T>): AsyncIterable<T> {
  const rows = source[Symbol.asyncIterator]();
  // The driver's last answer is no promise.
  const ask = async () => rows.next();
  let next = ask();
  for (;;) {
    const { done, value } = await next;
    if (done === true) return;
    next = ask();
    // Whoever stops early never waits for it.
    next.catch(() => undefined);
    yield value;
  }
}
