import type { ListedCase, ReadRow, RefusedRow } from "#domain/open-case-list";

type Taken = {
  rows: ListedCase[];
  /** Numbers of cases whose line cannot be taken: they stay as they were. */
  left: string[];
  refused: RefusedRow[];
  noneClosed: boolean;
};

/** Each case once: a number that comes again is refused, because nobody can say which line is right. */
export function takeOnce(read: readonly ReadRow[]): Taken {
  const seen = new Map<string, number>();
  const taken: Taken = { rows: [], left: [], refused: [], noneClosed: false };
  for (const { line, caseNumber, row, refused } of read) {
    taken.refused.push(...refused);
    if (caseNumber === null) {
      taken.noneClosed = true;
      continue;
    }
    const before = seen.get(caseNumber);
    if (before !== undefined) {
      const says = `The case number is that of line ${before} too: only that one was taken`;
      taken.refused.push({ line, field: "caseNumber", says });
      continue;
    }
    seen.set(caseNumber, line);
    if (row === null) taken.left.push(caseNumber);
    else taken.rows.push(row);
  }
  return taken;
}
