import { nearDayAndTime, timeOfDay } from "#domain/time-words";
import type { ContactHead } from "#services/contacts/contact-head";
import { holdWarningMinutes } from "#domain/unsent-form";
import { href } from "../../href.ts";

/** Until when it is theirs. entry.hold.ts says in the page when that ends soon, and when it has ended. */
export function HeldUntil({ head: { hold, reference } }: { head: ContactHead }) {
  if (hold?.leftMs == null) return null;
  return (
    <span
      data-hold={href("hub.unsent")}
      data-of={reference}
      data-left={hold.leftMs}
      data-warn={Math.min(holdWarningMinutes * 60_000, hold.leftMs / 2)}
    >
      You hold this until {timeOfDay(hold.until)}.
    </span>
  );
}

/** Who works on a contact, and what this person can do about it. Reading is not working: it says which. */
export function HoldLine({ head }: { head: ContactHead }) {
  const { hold, can, reference, asAt, status } = head;
  const others = head.alsoReading.filter((name) => hold?.live !== true || name !== hold.name);
  const reading = others.length === 0 ? "" : ` Also reading: ${others.join(", ")}.`;
  if (status === "decided") return <p className="app-hold">Every child has a decision.</p>;
  if (hold?.live === true && hold.mine)
    return (
      <form method="post" action={href("hub.contact.release", { reference })} className="app-hold">
        <HeldUntil head={head} />{" "}
        <button type="submit" className="app-button-link">
          Put it back
        </button>{" "}
        <a className="govuk-link" href={href("hub.shift")}>
          Hand it over
        </a>
        {reading}
      </form>
    );
  return (
    <p className="app-hold">
      {hold?.live === true
        ? `Held by ${hold.name} since ${nearDayAndTime(hold.since, asAt)}. You are reading it.`
        : `Nobody holds this${hold === null ? "" : `; ${hold.mine ? "your" : `${hold.name}’s`} time ran out at ${timeOfDay(hold.until)}`}. You are reading it.`}{" "}
      {hold?.live !== true && can.hold && (
        <a className="govuk-link" href={href("hub.contact.take", { reference })}>
          Take this contact
        </a>
      )}
      {hold?.live === true && can.takeOver && (
        <a className="govuk-link" href={href("hub.contact.take-over", { reference })}>
          Take it over
        </a>
      )}
      {reading}
    </p>
  );
}
