import type postgres from "postgres";

/** One way to falsify an audit trail of many events, by somebody whom no trigger and no foreign key stops. */
export type Tampering = {
  what: string;
  how: (superuser: postgres.Sql, of: { events: number }) => Promise<unknown>;
  /** Then all links are made anew by a sequencer: with the key, or with a guess. */
  thenRewrite?: "with the key" | "without the key";
};

const cut = (sql: postgres.Sql, where: postgres.Fragment) =>
  sql.begin(async (tx) => {
    await tx`delete from audit_event where id in (select event_id from audit_link where ${where})`;
    await tx`delete from audit_link where ${where}`;
  });

const alter = (sql: postgres.Sql, position: number) =>
  sql`update audit_event set contact_id = gen_random_uuid()
    where id = (select event_id from audit_link where position = ${position})`;

const middle = (events: number) => Math.ceil(events / 2);

export const tamperings: readonly Tampering[] = [
  { what: "the last event altered", how: (sql, { events }) => alter(sql, events) },
  { what: "an event in the middle altered", how: (sql, { events }) => alter(sql, middle(events)) },
  {
    what: "the moment of an event moved by a microsecond",
    how: (sql, { events }) =>
      sql`update audit_event set recorded_at = recorded_at + interval '1 microsecond'
        where id = (select event_id from audit_link where position = ${middle(events)})`,
  },
  {
    what: "an event deleted",
    how: (sql, { events }) =>
      sql`delete from audit_event where id = (select event_id from audit_link where position = ${middle(events)})`,
  },
  {
    what: "an event deleted with its link",
    how: (sql, { events }) => cut(sql, sql`position = ${middle(events)}`),
  },
  {
    what: "two events in each other's place",
    how: (sql, { events }) =>
      sql.begin(async (tx) => {
        const at = middle(events);
        const [one, other] = await tx<{ event_id: string }[]>`
          select event_id from audit_link where position in (${at}, ${at + 1}) order by position`;
        await tx`update audit_link set event_id = gen_random_uuid() where position = ${at}`;
        await tx`update audit_link set event_id = ${one?.event_id ?? ""} where position = ${at + 1}`;
        await tx`update audit_link set event_id = ${other?.event_id ?? ""} where position = ${at}`;
      }),
  },
  {
    what: "two links in each other's place",
    how: (sql, { events }) =>
      sql.begin(async (tx) => {
        const at = middle(events);
        await tx`update audit_link set position = -1 where position = ${at}`;
        await tx`update audit_link set position = ${at} where position = ${at + 1}`;
        await tx`update audit_link set position = ${at + 1} where position = -1`;
      }),
  },
  { what: "the first event cut off", how: (sql) => cut(sql, sql`position = 1`) },
  {
    what: "the first thousandth cut off",
    how: (sql, { events }) => cut(sql, sql`position <= ${Math.ceil(events / 1_000)}`),
  },
  { what: "the last event cut off", how: (sql, { events }) => cut(sql, sql`position = ${events}`) },
  {
    what: "the last thousandth cut off, with its seals",
    how: async (sql, { events }) => {
      const after = events - Math.ceil(events / 1_000);
      await cut(sql, sql`position > ${after}`);
      await sql`delete from audit_seal where position > ${after}`;
    },
  },
  {
    what: "altered, and all links made anew without the key",
    how: (sql, { events }) => alter(sql, middle(events)),
    thenRewrite: "without the key",
  },
  {
    what: "altered, and all links and seals made anew with the key",
    how: (sql, { events }) => alter(sql, middle(events)),
    thenRewrite: "with the key",
  },
];
