import { nearDayAndTime } from "#domain/time-words";
import type { ContactHead } from "#services/contacts/contact-head";
import { href } from "../../href.ts";
import { InsetText } from "../govuk/inset-text.tsx";
import { NewTabLink } from "../new-tab-link.tsx";

/**
 * Said instead of a form to somebody who does not hold the contact, and above it to somebody whose time ran out while
 * they wrote: what they typed stays below, and the way to take the contact does not lead away from it.
 */
export function NotHolding({ head, written }: { head: ContactHead; written: boolean }) {
  const { hold, can, reference, asAt } = head;
  const another = hold?.live === true && !hold.mine;
  const take = href("hub.contact.take", { reference });
  return (
    <InsetText>
      <p className="govuk-body">
        {written
          ? "Nothing was sent, because you do not hold this contact any more. What you wrote is still below."
          : "Only whoever holds a contact recommends what happens."}{" "}
        {another ? `${hold.name} holds it since ${nearDayAndTime(hold.since, asAt)}.` : "Nobody holds it."}
      </p>
      {!another && can.hold && (
        <p className="govuk-body">
          {written ? (
            <>
              <NewTabLink href={take}>Take this contact</NewTabLink>, then send what you wrote again.
            </>
          ) : (
            <a className="govuk-link" href={take}>
              Take this contact
            </a>
          )}
        </p>
      )}
    </InsetText>
  );
}
