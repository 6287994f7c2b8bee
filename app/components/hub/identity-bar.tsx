import { formatReference } from "#domain/reference";
import { longDate } from "#domain/time-words";
import { addressKept } from "#domain/secret-address";
import type { ContactHead } from "#services/contacts/contact-head";
import { href } from "../../href.ts";

/** Who the contact is about, at the top of each of its pages: name, age, where, and the other children. */
export function IdentityBar({ head }: { head: ContactHead }) {
  const subjects = head.children.filter(({ standing }) => standing === "subject");
  const [first, ...others] = subjects.length > 0 ? subjects : head.children;
  if (first === undefined) return null;
  const { said, dateOfBirth } = first;
  const address = [...(said.address?.lines ?? []), first.postcode ?? ""].filter((line) => line !== "");
  return (
    <ul className="app-identity" aria-label="Who this is about">
      <li>
        <strong className="app-identity__name">{first.name}</strong>
      </li>
      <li>
        {first.age}
        {dateOfBirth !== null && ` (${longDate(dateOfBirth)})`}
      </li>
      {head.addressSecret && (
        <li>
          {`Address: ${addressKept.toLowerCase()} `}
          {head.can.address && (
            <a className="govuk-link" href={href("hub.contact.address", { reference: head.reference })}>
              Open it<span className="govuk-visually-hidden"> with a reason</span>
            </a>
          )}
        </li>
      )}
      {address.length > 0 && <li>{address.join(", ")}</li>}
      {said.nhsNumber !== null && <li>NHS number given</li>}
      {others.map((child) => (
        <li key={child.id}>
          + {child.name}, {child.age}
        </li>
      ))}
      <li className="app-identity__reference">{formatReference(head.reference)}</li>
    </ul>
  );
}
