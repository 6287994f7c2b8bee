import { recordInWords } from "#domain/decision-form";
import { outcomeLabel } from "#domain/outcome";
import { dayAndTime } from "#domain/time-words";
import type { WorkView } from "#services/pathways/read-pathway";
import { SummaryList } from "../govuk/summary-list.tsx";
import type { WorkWords } from "./work-words.ts";

/** What was decided and why, in the decision's own words. */
export function DecisionWords({ decision, words }: Pick<WorkView, "decision"> & { words: WorkWords }) {
  return (
    <>
      <h2 className="govuk-heading-m">What was decided and why</h2>
      {decision === null ? (
        <p className="govuk-body">A later decision stands in place of the one that made this work.</p>
      ) : (
        <SummaryList
          rows={[
            { key: "Outcome", value: outcomeLabel(decision.outcome, words) },
            {
              key: "Level of need",
              value: words.levels.find(({ level }) => level === decision.level)?.name ?? decision.level,
            },
            { key: "Decided", value: `${dayAndTime(decision.at)}, ${decision.by.name}` },
            ...recordInWords(decision.outcome, decision.record).map(({ label, words: written }) => ({
              key: label,
              value: <span className="app-written">{written}</span>,
            })),
          ]}
        />
      )}
    </>
  );
}
