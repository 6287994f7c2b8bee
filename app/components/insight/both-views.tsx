import { outcomeLabel } from "#domain/outcome";
import type { Settings } from "#domain/settings";
import { dayAndTime } from "#domain/time-words";
import type { SecondLookPage } from "#services/second-looks/read-second-look";
import { Table } from "../govuk/table.tsx";

type BothViewsProps = {
  both: NonNullable<SecondLookPage["both"]>;
  words: Pick<Settings, "levels" | "familyCafLabel">;
};

/** The second view beside the decision. Which of them is right is for those who talk about it. */
export function BothViews({ both: { theirs, decided, lookedAt }, words }: BothViewsProps) {
  const level = (number: number) => words.levels.find((one) => one.level === number)?.name ?? String(number);
  const row = (key: string, second: string, first: string) => ({ key, cells: [key, second, first] });
  return (
    <div className="app-scroll" role="region" aria-label="Both views" tabIndex={0}>
      <Table
        firstCellIsHeader
        caption={`Looked at ${dayAndTime(lookedAt)}`}
        columns={[{ head: "" }, { head: "The second look" }, { head: "What was decided" }]}
        rows={[
          row("Outcome", outcomeLabel(theirs.outcome, words), outcomeLabel(decided.outcome, words)),
          row("Level of need", level(theirs.level), level(decided.level)),
          row("Why", theirs.reason, decided.reason),
        ]}
      />
    </div>
  );
}
