import { householdFacts } from "#domain/household";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { ContactHead } from "#services/contacts/contact-head";
import type { Family, Suggestion } from "#services/households/read-family";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { ErrorMessage } from "../govuk/error-message.tsx";
import { Input } from "../govuk/input.tsx";
import { refusedIn, type FamilyForm } from "./family-form-id.ts";

type FormProps = { head: ContactHead; form: FamilyForm };

/** The contacts that are screened together, with who said so; each can be taken out again. */
export function Bundled({ members, head, form }: FormProps & Pick<Family, "members">) {
  if (members.length === 0) return null;
  return (
    <section aria-labelledby="together">
      <h2 className="govuk-heading-m" id="together">
        Screened together
      </h2>
      <p className="govuk-body">
        They are taken and held together. Each child has a decision of their own, and nobody outside sees one
        contact because of the other.
      </p>
      {members.map(({ reference, receivedAt, said }) => (
        <div key={reference} className="app-match">
          <h3 className="govuk-heading-s">
            {reference === head.reference ? (
              "This contact"
            ) : (
              <a className="govuk-link" href={href("hub.contact", { reference })}>
                {formatReference(reference)}
              </a>
            )}
            , {dayAndTime(receivedAt, head.asAt)}
          </h3>
          {said !== null && (
            <p className="govuk-body app-written">
              {said.by}, {dayAndTime(said.at, head.asAt)}: {said.reason}
            </p>
          )}
          {head.can.match && (
            <BundleForm what="apart" other={reference} head={head} form={form} button="Take it out">
              Why they are not one household, in one line
            </BundleForm>
          )}
        </div>
      ))}
    </section>
  );
}

type SuggestedProps = FormProps & { suggestions: readonly Suggestion[]; days: number };

/** Contacts that may be about the same household, with why: a person confirms each, or lets it be. */
export function SuggestedBundles({ suggestions, head, days, form }: SuggestedProps) {
  return (
    <section aria-labelledby="same-household">
      <h2 className="govuk-heading-m" id="same-household">
        May be the same household
      </h2>
      {suggestions.length === 0 && (
        <p className="govuk-body">
          No other contact of the last {days} days that is not decided shares a child, an adult, a phone, or a
          surname and address with this one. The same address by itself is no reason.
        </p>
      )}
      {suggestions.map(({ reference, receivedAt, raisedBy, facts, holder }) => (
        <div key={reference} className="app-match">
          <h3 className="govuk-heading-s">
            <a className="govuk-link" href={href("hub.contact", { reference })}>
              {formatReference(reference)}
            </a>
            , {dayAndTime(receivedAt, head.asAt)}, {raisedBy.toLowerCase()}
          </h3>
          <p className="govuk-body app-match__facts">
            What fits: {facts.map((fact) => householdFacts[fact]).join(", ")}.
            {holder !== null && ` ${holder} is working on it.`}
          </p>
          {head.can.match && (
            <BundleForm
              what="together"
              other={reference}
              head={head}
              form={form}
              button="Screen them together"
            >
              How you know that it is one household, in one line
            </BundleForm>
          )}
        </div>
      ))}
    </section>
  );
}

type BundleFormProps = FormProps & {
  what: "together" | "apart";
  other: string;
  button: string;
  children: string;
};

function BundleForm({ what, other, head, form, button, children }: BundleFormProps) {
  const id = `${what}-${other}`;
  const { value, error } = refusedIn(form, id);
  const wrong = error("other");
  return (
    <form method="post" action={href("hub.contact.family", { reference: head.reference })} noValidate>
      <input type="hidden" name="version" value={head.version} />
      <input type="hidden" name="do" value={what} />
      <input type="hidden" name="other" value={other} />
      {wrong !== undefined && <ErrorMessage id={`other-${id}`}>{wrong}</ErrorMessage>}
      <Input
        name="reason"
        id={`reason-${id}`}
        label={children}
        value={value("reason")}
        error={error("reason")}
        autocomplete="off"
      />
      <Button classes="govuk-button--secondary">
        {button}
        <span className="govuk-visually-hidden">, {formatReference(other)}</span>
      </Button>
    </form>
  );
}
