import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { FormPage } from "#services/decisions/read-form-page";
import { href } from "../../href.ts";
import { ClockWords } from "../hub/clock-words.tsx";
import { HeldUntil } from "../hub/hold-line.tsx";
import { NewerContacts } from "../hub/newer-list.tsx";
import { RatingTag } from "../hub/rating-tag.tsx";
import { NewTabLink } from "../new-tab-link.tsx";

type DecisionHeadProps = {
  title: string;
  page: Pick<FormPage, "head" | "checks" | "newer" | "many">;
  familyCafLabel: string;
};

/** Who and what this is about, until when, what came after it, and what other agencies have said. */
export function DecisionHead({ title, page, familyCafLabel }: DecisionHeadProps) {
  const { head, checks, newer, many } = page;
  const { reference } = head;
  const names = head.children
    .filter(({ standing }) => standing === "subject")
    .map(({ name, age }) => `${name}, ${age}`);
  return (
    <>
      <span className="govuk-caption-l">{formatReference(reference)}</span>
      <h1 className="govuk-heading-l">
        {title}: {names.join(" and ")}
      </h1>
      <p className="govuk-body">
        <RatingTag rating={head.rating} call />
      </p>
      {head.decide !== null && (
        <div className="app-work-clocks">
          <ClockWords label="Decide by" face={head.decide} />
        </div>
      )}
      {head.hold?.leftMs != null && (
        <p className="govuk-body">
          <HeldUntil head={head} />
        </p>
      )}
      {many !== null && (
        <p className="govuk-body">
          {many}{" "}
          <a className="govuk-link" href={href("hub.shift")}>
            Hand over what you hold
          </a>
        </p>
      )}
      <NewerContacts newer={newer} head={head} familyCafLabel={familyCafLabel} writing />
      <p className="govuk-body">
        <NewTabLink href={href("hub.contact.referral", { reference })}>The full referral</NewTabLink>
        <br />
        <NewTabLink href={href("hub.contact.matches", { reference })}>Matches and history</NewTabLink>
      </p>
      {checks.length > 0 && (
        <>
          <h2 className="govuk-heading-s">
            <NewTabLink href={href("hub.contact.requests", { reference })}>Checks</NewTabLink>
          </h2>
          <ul className="govuk-list">
            {checks.map(({ organisation, askedAt, repliedAt, status, late }) => (
              <li key={`${organisation} ${askedAt.toISOString()}`}>
                {organisation}: {late ? <strong>{status}</strong> : status}
                {repliedAt !== null && `, ${dayAndTime(repliedAt)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
