import { recordInWords } from "#domain/decision-form";
import { isOutcome, outcomeLabel } from "#domain/outcome";
import type { Settings } from "#domain/settings";
import { dayAndTime } from "#domain/time-words";
import type { FormChild, FormPage } from "#services/decisions/read-form-page";
import { InsetText } from "../govuk/inset-text.tsx";
import { SummaryList } from "../govuk/summary-list.tsx";

type StandingProps = {
  child: FormChild;
  words: Pick<Settings, "levels" | "familyCafLabel">;
  organisations: FormPage["organisations"];
};

/** What is recommended or decided for one child, in full, with the question that sent it back if one did. */
export function Standing({ child, words, organisations }: StandingProps) {
  const { recommendation, decision } = child;
  return (
    <section>
      <h2 className="govuk-heading-m">
        {child.name}, {child.age}
      </h2>
      {decision !== null && isOutcome(decision.outcome) && (
        <p className="govuk-body">
          Decided {dayAndTime(decision.at)} by {decision.by}: {outcomeLabel(decision.outcome, words)}.{" "}
          {decision.reason}
        </p>
      )}
      {recommendation?.returned && (
        <InsetText>
          Sent back by {recommendation.returned.by}, {dayAndTime(recommendation.returned.at)}:{" "}
          {recommendation.returned.question}
        </InsetText>
      )}
      {recommendation !== null && decision === null && (
        <SummaryList
          rows={[
            { key: "Recommended", value: outcomeLabel(recommendation.outcome, words) },
            { key: "By", value: `${recommendation.by.name}, ${dayAndTime(recommendation.at)}` },
            {
              key: "Level of need",
              value:
                words.levels.find(({ level }) => level === recommendation.level)?.name ??
                recommendation.level,
            },
            ...recordInWords(recommendation.outcome, recommendation.record, organisations).map(
              ({ label, words: said }) => ({
                key: label,
                value: <span className="app-written">{said}</span>,
              }),
            ),
            { key: "Earlier contacts known", value: child.earlierContacts },
          ]}
        />
      )}
    </section>
  );
}
