import { matchFacts, type MatchFact } from "#domain/match-facts";
import type { MatchBand } from "#domain/matching";
import { formatReference } from "#domain/reference";
import { dayAndTime, longDate } from "#domain/time-words";
import type { ContactHead } from "#services/contacts/contact-head";
import type { DescribedChild } from "#services/contacts/load-candidates";
import type { MatchView } from "#services/contacts/read-matches";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { MatchAnswerForm } from "./match-answer-form.tsx";

const bandWords: Record<MatchBand, string> = { sure: "Sure", likely: "Likely", possible: "Possible" };
const sexWords = { M: "Male", F: "Female", U: "Not known" };

const rows: readonly { label: string; of: (child: DescribedChild) => string }[] = [
  { label: "Name", of: ({ name }) => name },
  { label: "Also known as", of: ({ knownAs }) => knownAs ?? "" },
  {
    label: "Born",
    of: ({ dateOfBirth, age }) => (dateOfBirth === null ? age : `${longDate(dateOfBirth)} (${age})`),
  },
  { label: "Sex", of: ({ sex }) => sexWords[sex] },
  { label: "Address", of: ({ address }) => address },
  { label: "School", of: ({ school }) => school ?? "" },
  { label: "NHS number", of: ({ nhsNumber }) => nhsNumber ?? "" },
  { label: "Pupil number", of: ({ upn }) => upn ?? "" },
];

type MatchCardProps = {
  match: MatchView;
  head: ContactHead;
  typed?: Typed | undefined;
  problems?: Problems | undefined;
};

/** One earlier contact who may be the same child: the facts in words, both descriptions, and what somebody said. */
export function MatchCard({ match, head, typed, problems }: MatchCardProps) {
  const { here, there, earlier } = match;
  const facts = (speaks: "for" | "against") =>
    match.facts.filter((fact) => matchFacts[fact].speaks === speaks);
  const shown = rows.filter(({ of }) => of(here) !== "" || of(there) !== "");
  return (
    <section className="app-match" id={`match-${match.id}`} aria-labelledby={`title-${match.id}`}>
      <h2 className="govuk-heading-m" id={`title-${match.id}`}>
        {bandWords[match.band]}: {here.name}
      </h2>
      <FactList facts={facts("for")} label="What fits" />
      <FactList facts={facts("against")} label="What does not fit" />
      <div
        className="app-table-region"
        role="region"
        aria-label={`${here.name} in this contact and in ${formatReference(earlier.reference)}`}
        tabIndex={0}
      >
        <table className="govuk-table">
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <td className="govuk-table__header" />
              <th scope="col" className="govuk-table__header">
                This contact
              </th>
              <th scope="col" className="govuk-table__header">
                <a className="govuk-link" href={href("hub.contact", { reference: earlier.reference })}>
                  {formatReference(earlier.reference)}
                </a>
                , {dayAndTime(earlier.receivedAt, head.asAt)}
              </th>
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {shown.map(({ label, of }) => {
              const differs = of(here) !== of(there) && of(here) !== "" && of(there) !== "";
              return (
                <tr className="govuk-table__row" key={label}>
                  <th scope="row" className="govuk-table__header">
                    {label}
                  </th>
                  {[of(here), of(there)].map((value, side) => (
                    <td
                      className={differs ? "govuk-table__cell app-differs" : "govuk-table__cell"}
                      key={side}
                    >
                      {value === "" ? "–" : differs ? <strong>{value}</strong> : value}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {match.answer !== null && (
        <p className="govuk-body app-written">
          <strong>{match.answer.answer === "same" ? "Same child" : "Not the same child"}</strong>,{" "}
          {match.answer.by}, {dayAndTime(match.answer.at, head.asAt)}: {match.answer.reason}
        </p>
      )}
      {head.can.match && <MatchAnswerForm match={match} head={head} typed={typed} problems={problems} />}
    </section>
  );
}

function FactList({ facts, label }: { facts: readonly MatchFact[]; label: string }) {
  if (facts.length === 0) return null;
  return (
    <p className="govuk-body app-match__facts">
      {label}: {facts.map((fact) => matchFacts[fact].words).join(", ")}.
    </p>
  );
}
