import { adultFacts } from "#domain/same-adult";
import { matchFacts } from "#domain/match-facts";
import { formatReference } from "#domain/reference";
import { dayAndTime, longDate } from "#domain/time-words";
import type { ContactHead } from "#services/contacts/contact-head";
import type { Relations } from "#services/contacts/load-relations";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Details } from "../govuk/details.tsx";
import { ErrorMessage } from "../govuk/error-message.tsx";
import { Input } from "../govuk/input.tsx";

type Adult = Relations["adults"][number];
type FormState = { typed?: Typed | undefined; problems?: Problems | undefined };

/** What a form's fields end in, where several stand on a page. */
export const adultFormId = (typed: Typed | undefined): string | null => {
  const [adultId, otherId] = [typed?.["adultId"], typed?.["otherId"]];
  return typeof adultId === "string" && typeof otherId === "string" ? `${adultId}-${otherId}` : null;
};

type RelationsProps = { relations: Relations; head: ContactHead } & FormState;

/** Brothers, sisters and adults in other contacts: they lead to the rest of a family, and no child is joined by them. */
export function RelationsList({ relations: { siblings, adults }, head, typed, problems }: RelationsProps) {
  const asked = adultFormId(typed);
  const nameOf = (id: string) => head.children.find((child) => child.id === id)?.name ?? "a child";
  return (
    <section aria-labelledby="relations">
      <h2 className="govuk-heading-m" id="relations">
        Family in other contacts
      </h2>
      {siblings.length + adults.length === 0 && (
        <p className="govuk-body">No brother or sister and no adult is known from another contact.</p>
      )}
      <ul className="govuk-list app-people-list">
        {siblings.map(({ id, name, dateOfBirth, ofId, facts, other }) => (
          <li key={id}>
            {name}
            {dateOfBirth !== null && `, born ${longDate(dateOfBirth)}`}, in{" "}
            <ContactLink other={other} now={head.asAt} />
            <span className="app-people-list__state">
              Looks like a brother or sister of {nameOf(ofId)}, not the same child:{" "}
              {facts.map((fact) => matchFacts[fact].words).join(", ")}
            </span>
          </li>
        ))}
      </ul>
      {adults.map((adult) => {
        const id = `${adult.here.id}-${adult.there.id}`;
        return (
          <AdultCard
            key={id}
            id={id}
            adult={adult}
            head={head}
            {...(asked === id ? { typed, problems } : {})}
          />
        );
      })}
    </section>
  );
}

function ContactLink({ other, now }: { other: Adult["other"]; now: Date }) {
  return (
    <>
      <a className="govuk-link" href={href("hub.contact", { reference: other.reference })}>
        {formatReference(other.reference)}
      </a>
      , {dayAndTime(other.receivedAt, now)}
    </>
  );
}

type CardProps = { id: string; adult: Adult; head: ContactHead } & FormState;

function AdultCard({ id, adult, head, typed, problems }: CardProps) {
  const { here, there, facts, other, answer } = adult;
  return (
    <section className="app-match" id={`adult-${id}`}>
      <h3 className="govuk-heading-s">
        {here.name}: may be {there.name}
        {there.dateOfBirth !== null && `, born ${longDate(there.dateOfBirth)}`}
      </h3>
      <p className="govuk-body">
        An adult in <ContactLink other={other} now={head.asAt} />:{" "}
        {facts.map((fact) => adultFacts[fact]).join(", ")}.
      </p>
      {answer !== null && (
        <p className="govuk-body app-written">
          <strong>{answer.answer === "same" ? "Same adult" : "Not the same adult"}</strong>, {answer.by},{" "}
          {dayAndTime(answer.at, head.asAt)}: {answer.reason}
        </p>
      )}
      {head.can.match && (
        <Details
          summary={
            <>
              {answer === null ? "Say whether it is the same adult" : "Take this answer back"}
              <span className="govuk-visually-hidden">
                : {here.name}, {formatReference(other.reference)}
              </span>
            </>
          }
          open={typed !== undefined}
        >
          <AdultForm id={id} adult={adult} head={head} typed={typed} problems={problems} />
        </Details>
      )}
    </section>
  );
}

function AdultForm({ id, adult: { here, there, answer }, head, typed, problems }: CardProps) {
  const reason = typed?.["reason"];
  const noAnswer = problems?.fields["answer"];
  return (
    <form method="post" action={href("hub.contact.matches", { reference: head.reference })} noValidate>
      <input type="hidden" name="version" value={head.version} />
      <input type="hidden" name="adultId" value={here.id} />
      <input type="hidden" name="otherId" value={there.id} />
      <Input
        name="reason"
        id={`reason-${id}`}
        label={answer === null ? "How you know, in one line" : "Why you take it back, in one line"}
        value={typeof reason === "string" ? reason : ""}
        error={problems?.fields["reason"]}
        autocomplete="off"
      />
      {noAnswer !== undefined && <ErrorMessage id={`answer-${id}`}>{noAnswer}</ErrorMessage>}
      {answer === null ? (
        <div className="govuk-button-group">
          <Button name="answer" value="same" classes="govuk-button--secondary">
            Same adult
          </Button>
          <Button name="answer" value="not_same" classes="govuk-button--secondary">
            Another adult
          </Button>
        </div>
      ) : (
        <Button name="answer" value="take_back" classes="govuk-button--secondary">
          Take this answer back
        </Button>
      )}
    </form>
  );
}
