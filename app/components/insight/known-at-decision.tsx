import { worryWords } from "#domain/fact-chips";
import { outcomeLabel } from "#domain/outcome";
import { dayAndTime } from "#domain/time-words";
import type { SecondLookPage } from "#services/second-looks/read-second-look";
import { PlainList } from "../hub/what-was-said.tsx";

type KnownAtDecisionProps = {
  page: Pick<SecondLookPage, "additions" | "earlier" | "checks" | "known">;
  familyCafLabel: string;
};

/** What else there was to see when it was decided. */
export function KnownAtDecision({ page, familyCafLabel }: KnownAtDecisionProps) {
  const { additions, earlier, checks, known } = page;
  const decided = (one: (typeof earlier)[number]) =>
    one.outcomes.map((outcome) => outcomeLabel(outcome, { familyCafLabel })).join("; ");
  return (
    <>
      {additions.length > 0 && <h2 className="govuk-heading-m">Added by the sender</h2>}
      {additions.map(({ id, at, text }) => (
        <p className="govuk-body app-written" key={id}>
          {dayAndTime(at)}: {text}
        </p>
      ))}
      <h2 className="govuk-heading-m">Known from before</h2>
      <PlainList
        empty="No earlier contact was known."
        lines={earlier.map(
          (one) =>
            `${dayAndTime(one.receivedAt)}: ${(one.worries ?? []).map((worry) => worryWords[worry]).join(", ") || "erased"}. ${decided(one) || "Not decided"}`,
        )}
      />
      {known !== null && (known.openCase || known.onPlan) && (
        <p className="govuk-body">{known.onPlan ? "On a plan." : "An open case was confirmed."}</p>
      )}
      <h2 className="govuk-heading-m">Agencies asked</h2>
      <PlainList
        empty="None was asked."
        lines={checks.map(({ organisation, repliedAt }) =>
          repliedAt === null
            ? `${organisation}: no reply`
            : `${organisation}: replied ${dayAndTime(new Date(repliedAt))}`,
        )}
      />
    </>
  );
}
