import { ratingFace } from "#domain/rating";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { DecidedChild } from "#services/decisions/read-decided-page";
import { Details } from "../govuk/details.tsx";
import { SummaryList } from "../govuk/summary-list.tsx";

/** What whoever decided could see then. What came later is on the contact's own pages. */
export function KnownThenDetails({ child: { name, decision } }: { child: DecidedChild }) {
  const { known, checks } = decision;
  if (known === null) return null;
  const replied = checks.map(({ organisation, repliedAt }) =>
    repliedAt === null
      ? `${organisation}: no reply`
      : `${organisation}: replied ${dayAndTime(new Date(repliedAt))}`,
  );
  return (
    <Details summary={`What was known of ${name} when this was decided`}>
      <SummaryList
        rows={[
          { key: "Rating", value: ratingFace(known.rating).word },
          {
            key: "Earlier contacts",
            value: known.earlier.length === 0 ? "None" : known.earlier.map(formatReference).join(", "),
          },
          {
            key: "Compared with what is known",
            value: known.comparedAt === null ? "Not yet" : dayAndTime(new Date(known.comparedAt)),
          },
          { key: "Open case", value: openCaseWords(known) },
          { key: "Agencies asked", value: replied.length === 0 ? "None" : replied.join(". ") },
          { key: "Notes", value: known.notes },
          { key: "Added by the sender", value: known.additions },
        ]}
      />
    </Details>
  );
}

function openCaseWords({ openCase, onPlan }: { openCase: boolean; onPlan: boolean }): string {
  if (onPlan) return "Yes, on a plan";
  return openCase ? "Yes" : "None confirmed";
}
