import { matchFacts, type MatchFact } from "#domain/match-facts";
import type { MatchBand } from "#domain/matching";
import { formatReference } from "#domain/reference";
import { dayAndTime, longDate } from "#domain/time-words";
import type { ContactHead } from "#services/contacts/contact-head";
import type { DescribedChild } from "#services/contacts/load-candidates";
import type { AnswerOnRecord } from "#services/contacts/load-match-answers";
import type { MatchView } from "#services/contacts/read-matches";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { MatchAnswerForm } from "./match-answer-form.tsx";

export const bandWords: Record<MatchBand, string> = { sure: "Sure", likely: "Likely", possible: "Possible" };
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
  const { here, earlier } = match;
  const facts = (speaks: "for" | "against") =>
    match.facts.filter((fact) => matchFacts[fact].speaks === speaks);
  return (
    <section className="app-match" id={`match-${match.id}`}>
      <h2 className="govuk-heading-m">
        {match.facts.includes("could_be_twin")
          ? `Twin, or brother or sister of ${here.name}, not the same child: in `
          : `${bandWords[match.band]}: ${here.name}, in `}
        {formatReference(earlier.reference)}
      </h2>
      <FactList facts={facts("for")} label="What fits" />
      <FactList facts={facts("against")} label="What does not fit" />
      <SideBySide match={match} now={head.asAt} />
      {match.answer !== null && (
        <p className="govuk-body app-written">
          <strong>{match.answer.answer === "same" ? "Same child" : "Not the same child"}</strong>,{" "}
          {match.answer.by}, {dayAndTime(match.answer.at, head.asAt)}: {match.answer.reason}
        </p>
      )}
      {match.takenBack !== null && <TakenBack said={match.takenBack} now={head.asAt} />}
      {head.can.match && <MatchAnswerForm match={match} head={head} typed={typed} problems={problems} />}
    </section>
  );
}

/** What was said and is no more: whoever answers anew reads why. */
function TakenBack({ said, now }: { said: AnswerOnRecord; now: Date }) {
  return (
    <p className="govuk-body app-written">
      {said.by} had said “{said.answer === "same" ? "same child" : "not the same child"}”,{" "}
      {dayAndTime(said.at, now)}: {said.reason}
      {said.ended !== null && (
        <>
          . <strong>Taken back</strong> by {said.ended.by}, {dayAndTime(said.ended.at, now)}:{" "}
          {said.ended.reason}
        </>
      )}
    </p>
  );
}

/**
 * Both descriptions. On a narrow screen each pair stands under its label; the roles keep it a table for whoever hears
 * it, because a browser drops them where cells are laid out otherwise.
 */
function SideBySide({ match: { here, there, earlier }, now }: { match: MatchView; now: Date }) {
  return (
    <table className="govuk-table app-side-by-side" role="table">
      <thead className="govuk-table__head" role="rowgroup">
        <tr className="govuk-table__row" role="row">
          <td className="govuk-table__header app-side-by-side__corner" role="cell" />
          <th scope="col" className="govuk-table__header" role="columnheader">
            This contact
          </th>
          <th scope="col" className="govuk-table__header" role="columnheader">
            <a className="govuk-link" href={href("hub.contact", { reference: earlier.reference })}>
              {formatReference(earlier.reference)}
            </a>
            , {dayAndTime(earlier.receivedAt, now)}
          </th>
        </tr>
      </thead>
      <tbody className="govuk-table__body" role="rowgroup">
        {rows
          .filter(({ of }) => of(here) !== "" || of(there) !== "")
          .map(({ label, of }) => (
            <Compared key={label} label={label} here={of(here)} there={of(there)} />
          ))}
      </tbody>
    </table>
  );
}

function Compared({ label, here, there }: Record<"label" | "here" | "there", string>) {
  const differs = here !== there && here !== "" && there !== "";
  return (
    <tr className="govuk-table__row" role="row">
      <th scope="row" className="govuk-table__header" role="rowheader">
        {label}
      </th>
      {[here, there].map((value, side) => (
        <td
          className={differs ? "govuk-table__cell app-differs" : "govuk-table__cell"}
          role="cell"
          key={side}
        >
          {value === "" ? "–" : differs ? <strong>{value}</strong> : value}
        </td>
      ))}
    </tr>
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
