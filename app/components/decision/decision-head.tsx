import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { ContactHead } from "#services/contacts/contact-head";
import type { FormPage } from "#services/decisions/read-form-page";
import { href } from "../../href.ts";
import { ClockWords } from "../hub/clock-words.tsx";
import { RatingTag } from "../hub/rating-tag.tsx";

type DecisionHeadProps = { title: string; head: ContactHead; checks: FormPage["checks"] };

/** Who and what this is about, until when, and what other agencies have said. */
export function DecisionHead({ title, head, checks }: DecisionHeadProps) {
  const names = head.children
    .filter(({ standing }) => standing === "subject")
    .map(({ name, age }) => `${name}, ${age}`);
  return (
    <>
      <span className="govuk-caption-l">{formatReference(head.reference)}</span>
      <h1 className="govuk-heading-l">
        {title}: {names.join(" and ")}
      </h1>
      <p className="govuk-body">
        <RatingTag rating={head.rating} call />
      </p>
      {head.decide !== null && <ClockWords label="Decide" face={head.decide} />}
      <p className="govuk-body">
        <a className="govuk-link" href={href("hub.contact.referral", { reference: head.reference })}>
          Read the full referral
        </a>{" "}
        or{" "}
        <a className="govuk-link" href={href("hub.contact.matches", { reference: head.reference })}>
          matches and history
        </a>
      </p>
      {checks.length > 0 && (
        <>
          <h2 className="govuk-heading-s">Checks</h2>
          <ul className="govuk-list">
            {checks.map(({ organisation, askedAt, repliedAt, answered }) => (
              <li key={`${organisation} ${askedAt.toISOString()}`}>
                {organisation}:{" "}
                {repliedAt === null
                  ? "no reply yet"
                  : `${answered ? "replied" : "part reply"} ${dayAndTime(repliedAt)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
