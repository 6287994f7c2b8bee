import { contactStatusWords } from "#domain/contact";
import { outcomeLabel } from "#domain/outcome";
import { formatReference } from "#domain/reference";
import { searchFactWords, speaksAgainst } from "#domain/search/search-hit";
import { dayAndTime, longDate } from "#domain/time-words";
import type { CardContact } from "#services/search/load-around";
import type { Card } from "#services/search/load-cards";
import { href } from "../../href.ts";

/** Somebody whom a search found: who they are, why they were found, and the contacts that they are in. */
export function SearchCard({ card, now, familyCafLabel }: { card: Card; now: Date; familyCafLabel: string }) {
  const { whose, name, knownAs, dateOfBirth, age, place, school, facts, family, contacts, moreContacts } =
    card;
  const born = dateOfBirth === null ? age : `${age} (${longDate(dateOfBirth)})`;
  const about = [whose === "adult" ? "Adult" : null, born, place, school].filter(
    (part) => part !== null && part !== "",
  );
  return (
    <section className="app-found">
      <h2 className="govuk-heading-m">
        {name}
        {knownAs !== null && `, known as ${knownAs}`}
      </h2>
      <p className="govuk-body">{about.join(" · ")}</p>
      <ul className="app-chips" aria-label="Why it was found">
        {facts.map((fact) => (
          <li
            className={speaksAgainst(fact) ? "app-chips__chip app-chips__chip--against" : "app-chips__chip"}
            key={fact}
          >
            {searchFactWords(fact)}
          </li>
        ))}
      </ul>
      {family.length > 0 && <p className="govuk-body">In the same contact: {family.join(", ")}</p>}
      <ul className="govuk-list">
        {contacts.map((one) => (
          <li key={one.reference}>
            <a
              className="govuk-link"
              href={href(one.mine ? "hub.contact" : "hub.contact.open", { reference: one.reference })}
            >
              {formatReference(one.reference)}
            </a>
            , {dayAndTime(one.receivedAt, now)}: {stateInWords(one, familyCafLabel)}
          </li>
        ))}
      </ul>
      {moreContacts > 0 && <p className="govuk-body">And {moreContacts} before those.</p>}
    </section>
  );
}

function stateInWords({ status, outcomes, heldBy, mine }: CardContact, familyCafLabel: string): string {
  const state =
    outcomes.length > 0
      ? outcomes.map((outcome) => outcomeLabel(outcome, { familyCafLabel })).join("; ")
      : contactStatusWords[status].toLowerCase();
  return mine ? `${state}. You hold it` : heldBy === null ? state : `${state}. ${heldBy} holds it`;
}
