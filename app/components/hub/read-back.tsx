import { formatReference } from "#domain/reference";
import { timeOnDay } from "#domain/wording/promise";
import type { Receipt } from "#services/contacts/find-receipt";
import { href } from "../../href.ts";

/** What is read out to the caller before they hang up. */
export function ReadBack({ receipt }: { receipt: Receipt }) {
  return (
    <>
      <h2 className="govuk-heading-m">Read back to the caller</h2>
      <ol className="govuk-list govuk-list--number">
        <li>
          “I have written down what you told me. Your reference is{" "}
          <strong className="app-reference">{formatReference(receipt.reference)}</strong>.”
        </li>
        <li>“A manager decides what happens next by {timeOnDay(receipt.decideBy)}.”</li>
        <li>“If it gets worse, do not wait: call us, or 999 if a child is in danger.”</li>
      </ol>
      {receipt.partial && <p className="govuk-body">It is marked as a call that was cut off.</p>}
      <p className="govuk-body">
        <a className="govuk-link" href={href("hub.contact", { reference: receipt.reference })}>
          Open it
        </a>{" "}
        if you work in the hub, or begin the next call.
      </p>
      <form method="post" action={href("hub.calls")}>
        <button type="submit" className="govuk-button">
          New call
        </button>
      </form>
    </>
  );
}
