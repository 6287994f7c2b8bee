import { nearDayAndTime } from "#domain/time-words";
import type { ContactHead } from "#services/contacts/contact-head";
import { href } from "../../href.ts";

/** Beside everything else about a contact: who was asked, and where each stands. */
export function RequestsPanel({ head: { reference, requests, asAt, can } }: { head: ContactHead }) {
  if (requests === null) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Requests</h2>
      {requests.length === 0 ? (
        <p className="govuk-body">No agency has been asked.</p>
      ) : (
        <ul className="govuk-list">
          {requests.map(({ organisation, status, late, answered, dueAt, repliedAt, askedAt }) => (
            <li key={`${organisation} ${askedAt.toISOString()}`}>
              {organisation}: {late ? <strong>{status}</strong> : status}
              {repliedAt !== null && `, ${nearDayAndTime(repliedAt, asAt)}`}
              {!answered && `, due ${nearDayAndTime(dueAt, asAt)}`}
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={href("hub.contact.requests", { reference })}>
          {can.ask ? "Ask agencies" : "What they were asked"}
        </a>
      </p>
    </>
  );
}
