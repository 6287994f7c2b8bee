import { nearDayAndTime, timeOfDay } from "#domain/time-words";
import type { ContactHead } from "#services/contacts/contact-head";
import { href } from "../../href.ts";

/** Who works on a contact, and what this person can do about it. Reading is not working: it says which. */
export function HoldLine({ head }: { head: ContactHead }) {
  const { hold, can, reference, asAt, status } = head;
  const others = head.alsoReading.filter((name) => hold?.live !== true || name !== hold.name);
  const reading = others.length === 0 ? "" : ` Also reading: ${others.join(", ")}.`;
  if (status === "decided") return <p className="app-hold">Every child has a decision.</p>;
  if (hold?.live === true && hold.mine)
    return (
      <form method="post" action={href("hub.contact.release", { reference })} className="app-hold">
        You hold this until {timeOfDay(hold.until)}.{" "}
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
