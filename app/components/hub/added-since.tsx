import { formatReference } from "#domain/reference";
import { nearDayAndTime } from "#domain/time-words";
import { additionFromWords } from "#domain/addition";
import type { Added, AdditionView } from "#services/contacts/load-additions";
import { href } from "../../href.ts";
import { Tag } from "../govuk/tag.tsx";

/** What came to a contact after it was sent: what was added here, and the contacts that adding made. */
export function AddedSince({ added, reference, asAt }: { added: Added; reference: string; asAt: Date }) {
  const { additions, addsTo, addedBy } = added;
  if (additions.length === 0 && addsTo === null && addedBy.length === 0) return null;
  return (
    <section className="app-newer" aria-labelledby="added">
      <h2 className="govuk-heading-m" id="added">
        {addsTo === null ? "Added since" : "Part of something longer"}
      </h2>
      {addsTo !== null && (
        <p className="govuk-body">
          This adds to contact <ContactLink reference={addsTo.reference} />, which was decided before it came.
        </p>
      )}
      {additions.map((one) => (
        <AdditionItem key={one.id} one={one} reference={reference} asAt={asAt} />
      ))}
      {addedBy.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {addedBy.map(({ reference, receivedAt }) => (
            <li key={reference}>
              <ContactLink reference={reference} />, added {nearDayAndTime(receivedAt, asAt)} after this was
              decided
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const ContactLink = ({ reference }: { reference: string }) => (
  <a className="govuk-link" href={href("hub.contact", { reference })}>
    {formatReference(reference)}
  </a>
);

const dangerWords = { yes: "A child is in danger now.", not_sure: "A child may be in danger now.", no: "" };

function AdditionItem({ one, reference, asAt }: { one: AdditionView; reference: string; asAt: Date }) {
  return (
    <div>
      <p className="govuk-body">
        <strong>
          {additionFromWords[one.channel]}, {nearDayAndTime(one.at, asAt)}
        </strong>{" "}
        {one.isNew && <Tag colour="yellow">New</Tag>}
        {one.danger !== "no" && <strong> {dangerWords[one.danger]}</strong>}
      </p>
      <p className="govuk-body app-written">{one.text}</p>
      {one.files > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={`${href("hub.contact.referral", { reference })}#files`}>
            A file came with it
          </a>
        </p>
      )}
    </div>
  );
}
