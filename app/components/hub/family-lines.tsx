import { worryWords } from "#domain/fact-chips";
import { outcomeLabel } from "#domain/outcome";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Family } from "#services/households/read-family";
import { href } from "../../href.ts";

type Props = { family: Family; familyCafLabel: string };

/** One line for each earlier contact: how worry has grown, who raised it, and what came of it each time. */
export function FamilyLines({ family, familyCafLabel }: Props) {
  const { lines, moreLines, voices, sources, inTwelveMonths, repeats, head } = family;
  return (
    <section aria-labelledby="before">
      <h2 className="govuk-heading-m" id="before">
        What came before
      </h2>
      <p className="govuk-body">
        {inTwelveMonths === 1
          ? "This is the only contact about these children in twelve months."
          : `${inTwelveMonths} contacts about these children in twelve months, this one among them. Raised by: ${voices.join(", ").toLowerCase()}.`}
      </p>
      {sources.map((words) => (
        <p className="govuk-body" key={words}>
          {words}
        </p>
      ))}
      {repeats && (
        <p className="govuk-body">
          <strong>Contacts repeat:</strong> whoever decides says in a sentence of their own what they make of
          it.
        </p>
      )}
      <ul className="govuk-list app-people-list">
        {lines.map((one) => (
          <li key={one.reference}>
            <a className="govuk-link" href={href("hub.contact", { reference: one.reference })}>
              {dayAndTime(one.receivedAt, head.asAt)}, {formatReference(one.reference)}
            </a>
            : {one.raisedBy}, about {[...new Set(one.children)].join(" and ")}.{" "}
            {one.worries === null ? "Erased" : one.worries.map((worry) => worryWords[worry]).join(", ")}
            <span className="app-people-list__state">
              {one.outcomes.length === 0
                ? "Not decided"
                : one.outcomes.map((outcome) => outcomeLabel(outcome, { familyCafLabel })).join("; ")}
            </span>
          </li>
        ))}
      </ul>
      {lines.length === 0 && <p className="govuk-body">No earlier contact about these children is known.</p>}
      {moreLines > 0 && <p className="govuk-body">And {moreLines} before those.</p>}
    </section>
  );
}
