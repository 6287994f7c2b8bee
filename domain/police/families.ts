import type { Notice } from "./notice.ts";

const bare = (name: string | null): string =>
  (name ?? "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** What says that two notices are about one family: the same child or adult, with the same date of birth. Never an address. */
function marksOf({ children, adults }: Notice): string[] {
  const marks: string[] = [];
  for (const { firstName, lastName, birth } of children)
    if (birth.kind === "born" && lastName !== null && firstName !== null)
      marks.push(`child ${bare(firstName)} ${bare(lastName)} ${birth.date}`);
  for (const { name, birth } of adults)
    if (birth.kind === "born") marks.push(`adult ${bare(name)} ${birth.date}`);
  return marks;
}

/** Rows that seem to be about one family, for a person to look at. Only groups of two and more. */
export function suggestedFamilies(notices: readonly { number: number; notice: Notice }[]): number[][] {
  const groups: Set<number>[] = [];
  const byMark = new Map<string, Set<number>>();
  for (const { number, notice } of notices) {
    let own: Set<number> = new Set([number]);
    groups.push(own);
    for (const mark of marksOf(notice)) {
      const other = byMark.get(mark);
      if (other !== undefined && other !== own) {
        for (const one of own) other.add(one);
        for (const [known, group] of byMark) if (group === own) byMark.set(known, other);
        groups.splice(groups.indexOf(own), 1);
        own = other;
      }
      byMark.set(mark, own);
    }
  }
  return [...new Set(groups)].filter(({ size }) => size > 1).map((group) => [...group].sort((a, b) => a - b));
}
