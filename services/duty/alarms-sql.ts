import { sql, type SQL } from "drizzle-orm";
import type { Reader } from "#domain/clearance";
import {
  additionsUnseenSql,
  callBacksLateSql,
  callsExpectedSql,
  callsUnsentSql,
  openCasesOldSql,
  unmatchedSql,
} from "./afterwards-alarms-sql.ts";
import { auditGapSql, unlinkedSql, unsealedSql } from "./chain-alarms-sql.ts";
import {
  childUnownedSql,
  countersignLateSql,
  discussionLateSql,
  handOverUnacceptedSql,
  lateClocks,
  lateClocksSql,
  pathwayWithoutTeamSql,
  redUnansweredSql,
  redUnheldSql,
} from "./decision-alarms-sql.ts";
import { lateChallengesSql, unreadNewsSql } from "./sender-alarms-sql.ts";
import { knownRow } from "../contacts/known-to.ts";

export const alarmKinds = [
  "call_expected",
  "call_unsent",
  "call_back_late",
  "red_unheld",
  "red_unanswered",
  "hand_over_unaccepted",
  "discussion_late",
  "decision_late",
  "rating_late",
  "addition_unseen",
  "countersign_late",
  "pathway_without_team",
  "child_unowned",
  "acceptance_late",
  "allocation_late",
  "notice_unacknowledged",
  "transfer_unconfirmed",
  "owed_late",
  "no_worker",
  "mail_refused",
  "challenge_late",
  "news_unread",
  "audit_gap",
  "audit_failing",
  "audit_unlinked",
  "audit_unsealed",
  "open_cases_old",
  "unmatched",
] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** `oldest` is since when the worst of them has waited, as the database writes a moment. */
export type AlarmRow = { kind: AlarmKind; count: number; oldest: string | null; references: string[] };

/** Enough to act on; the rest is counted. */
const shown = 10;

/** A worker completes a job end to end every 30 s; three missed ones are no accident. */
const heartbeatSeconds = 90;

const line = (kind: AlarmKind, from: SQL) => sql`
  select ${kind}::text as kind, count(*)::int as count, min(since) as oldest,
    coalesce((array_agg(reference order by since) filter (where reference is not null))[1:${shown}], '{}') as "references"
  from (${from}) as ${sql.identifier(kind)}`;

/** One row a kind, also where there is none. What does not exist for the reader is not even counted. */
export function alarmsSql(
  now: Date,
  { owedMinutes, openCasesStaleHours }: { owedMinutes: number; openCasesStaleHours: number },
  reader: Reader,
): SQL {
  const known = knownRow(reader, sql`contact`);
  const at = sql`${now.toISOString()}::timestamptz`;
  return sql.join(
    [
      line("call_expected", callsExpectedSql),
      line("call_unsent", callsUnsentSql(at)),
      line("call_back_late", callBacksLateSql(at)),
      line("red_unheld", redUnheldSql(known)),
      line("red_unanswered", redUnansweredSql(at, known)),
      line("hand_over_unaccepted", handOverUnacceptedSql(at, known)),
      line("discussion_late", discussionLateSql(at, known)),
      ...lateClocks.map(([kind, clock]) => line(kind, lateClocksSql(clock, at, known))),
      line("child_unowned", childUnownedSql(known)),
      line("addition_unseen", additionsUnseenSql(at, known)),
      line("countersign_late", countersignLateSql(at, known)),
      line("pathway_without_team", pathwayWithoutTeamSql(known)),
      line(
        "owed_late",
        sql`select null::text as reference, available_at as since from outbox
          where done_at is null and available_at < ${at} - ${owedMinutes} * interval '1 minute'`,
      ),
      line(
        "no_worker",
        sql`select null::text as reference, max(beat_at) as since from heartbeat
          having coalesce(max(beat_at) < clock_timestamp() - ${heartbeatSeconds} * interval '1 second', true)`,
      ),
      line(
        "mail_refused",
        sql`select null::text as reference, delivery.refused_at as since
          from delivery join outbox on outbox.id = delivery.outbox_id
          where outbox.done_at is null and delivery.permanent = 'yes'`,
      ),
      line("audit_gap", auditGapSql(known)),
      line("challenge_late", lateChallengesSql(at, known)),
      line("news_unread", unreadNewsSql(at, known)),
      line("audit_unlinked", unlinkedSql),
      line("audit_unsealed", unsealedSql),
      line("open_cases_old", openCasesOldSql(at, openCasesStaleHours)),
      line("unmatched", unmatchedSql(at, known, owedMinutes)),
    ],
    sql` union all `,
  );
}
