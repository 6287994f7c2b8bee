import type { WebhookKind } from "#domain/api/webhooks";
import { dayAndTime } from "#domain/time-words";
import type { ListedSending } from "#services/webhooks/read-webhook";
import { Button } from "../govuk/button.tsx";

const kindWords: Record<WebhookKind, string> = {
  "contact.received": "A contact was received",
  "contact.decision-made": "A decision was made",
};

function became({ acceptedAt, givenUpAt, tries, lastStatus }: ListedSending): string {
  const answer = lastStatus === null ? "no answer" : `the answer ${lastStatus}`;
  if (acceptedAt !== null) return `Taken ${dayAndTime(acceptedAt)}.`;
  if (givenUpAt !== null) return `Left after ${tries} tries, with ${answer}.`;
  return tries === 0 ? "On its way." : `Tried ${tries} times, with ${answer}. It is tried again.`;
}

/** What a system was told last, and a button to tell it once more. Which contact it is about is not said. */
export function WhatItWasTold({
  action,
  sendings,
  replayable,
}: {
  action: string;
  sendings: readonly ListedSending[];
  replayable: boolean;
}) {
  return (
    <>
      <h2 className="govuk-heading-m">What it was told last</h2>
      {sendings.length === 0 && <p className="govuk-body">Nothing yet.</p>}
      {sendings.length > 0 && (
        <ul className="govuk-list govuk-list--spaced">
          {sendings.map((sending) => (
            <li key={sending.id}>
              {`${kindWords[sending.kind]}. Since ${dayAndTime(sending.askedAt)}${sending.asked ? ", because an administrator asked" : ""}. ${became(sending)}`}
              {replayable && (sending.acceptedAt !== null || sending.givenUpAt !== null) && (
                <form method="post" action={action}>
                  <input type="hidden" name="do" value="replay" />
                  <Button
                    classes="govuk-button--secondary govuk-!-margin-bottom-1"
                    name="event"
                    value={sending.eventId}
                  >
                    Tell it once more
                    <span className="govuk-visually-hidden">{`: ${dayAndTime(sending.askedAt)}`}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
