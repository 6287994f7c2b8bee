import type { PathwayKind } from "#domain/pathway";
import type { WorkRow } from "#services/pathways/pathway-view";

const kinds: Record<Exclude<PathwayKind, "caf_redirect">, string> = {
  advice_episode: "Advice",
  social_work_referral: "Social-work assessment",
  strategy_discussion: "Strategy discussion",
  transfer: "Transfer",
  case_notice: "Already open",
};

/** What this authority calls things. */
export type WorkWords = {
  familyCafLabel: string;
  levels: readonly { level: number; name: string }[];
  caseloadAspiration: number;
};

/** What a piece of work is called; early help has a local name. */
export const kindWords = (kind: PathwayKind, familyCafLabel: string): string =>
  kind === "caf_redirect" ? familyCafLabel : kinds[kind];

export const agreedWords: Record<WorkRow["agreed"], string> = {
  yes: "yes",
  no: "no",
  not_asked: "not asked yet",
  not_needed: "not needed",
};

export type WorkGroup = { name: string; title: string; rows: WorkRow[] };

/** Puts rows into the groups of a board, the longest wait first and what was closed last on top. */
export function grouped(
  rows: readonly WorkRow[],
  groups: Readonly<Record<string, string>>,
  groupOf: (row: WorkRow) => string,
): WorkGroup[] {
  const when = ({ closedAt, since }: WorkRow) => (closedAt === null ? since.getTime() : -closedAt.getTime());
  return Object.entries(groups).map(([name, title]) => ({
    name,
    title,
    rows: rows.filter((row) => groupOf(row) === name).sort((a, b) => when(a) - when(b)),
  }));
}

export const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** The oldest first moment of open work, or null when none is open. */
export function longestWait(rows: readonly WorkRow[]): Date | null {
  const open = rows.filter(({ closedAt }) => closedAt === null).map(({ since }) => since.getTime());
  return open.length === 0 ? null : new Date(Math.min(...open));
}
