import { matchFactWords } from "#domain/match-facts";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { CallMatch } from "#services/phone/look-up-call";
import { href } from "../../href.ts";
import { bandWords } from "./match-card.tsx";

const told = (count: number) =>
  count === 0
    ? "Nobody in our records"
    : count === 1
      ? "1 record may be the same"
      : `${count} records may be the same`;

/**
 * Who it may be about already, while the caller talks. With JavaScript it is looked up by itself, and what was found is
 * said in the status; without it that stays empty and the button does it.
 */
export function CallMatches({ matches }: { matches: readonly CallMatch[] }) {
  return (
    <div className="app-call__matches">
      <p
        className="govuk-body govuk-!-font-weight-bold"
        role="status"
        data-failed="The records could not be checked. Press “Check the records”"
      />
      <Found matches={matches} />
    </div>
  );
}

function Found({ matches }: { matches: readonly CallMatch[] }) {
  return (
    <section id="matches" aria-labelledby="matches-heading" data-told={told(matches.length)}>
      <h2 className="govuk-heading-m" id="matches-heading">
        In our records ({matches.length})
      </h2>
      {matches.length === 0 && (
        <p className="govuk-body">
          Nothing yet. Type a name with an age or a postcode, then check the records.
        </p>
      )}
      {matches.length > 0 && (
        <ul className="govuk-list">
          {matches.map((match) => (
            <li key={match.reference}>
              <strong>{bandWords[match.band]}:</strong>{" "}
              <a className="govuk-link" href={href("hub.contact", { reference: match.reference })}>
                {formatReference(match.reference)}
              </a>
              , {dayAndTime(match.receivedAt)}
              {match.heldBy !== null && <>. {match.heldBy} works on it: tell them of this call</>}
              <br />
              {match.facts.map((fact) => matchFactWords(fact)).join(" · ")}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
