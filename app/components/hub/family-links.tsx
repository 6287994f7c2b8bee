import { linkKinds, linkWords } from "#domain/beyond-household";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { ContactHead } from "#services/contacts/contact-head";
import type { Family } from "#services/households/read-family";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";
import { Radios } from "../govuk/radios.tsx";
import { refusedIn, type FamilyForm } from "./family-form-id.ts";

type Props = { links: Family["links"]; head: ContactHead; form: FamilyForm };

/** Children outside the household to whom somebody linked one of these: friends, missing together, exploitation. */
export function FamilyLinks({ links, head, form }: Props) {
  const action = href("hub.contact.family", { reference: head.reference });
  const nameOf = (childId: string) => head.children.find(({ id }) => id === childId)?.name ?? "A child";
  return (
    <section aria-labelledby="beyond">
      <h2 className="govuk-heading-m" id="beyond">
        Beyond the household
      </h2>
      {links.length === 0 && <p className="govuk-body">Nobody has linked these children to others.</p>}
      {links.map((link) => (
        <div key={link.id} className="app-match">
          <p className="govuk-body app-written">
            <strong>{linkWords[link.kind]}</strong>: {nameOf(link.childId)} and {link.other.name},{" "}
            <a className="govuk-link" href={href("hub.contact", { reference: link.other.reference })}>
              {formatReference(link.other.reference)}
            </a>
            . {link.by}, {dayAndTime(link.at, head.asAt)}: {link.reason}
          </p>
          {head.can.match && (
            <form method="post" action={action}>
              <input type="hidden" name="version" value={head.version} />
              <input type="hidden" name="linkId" value={link.id} />
              <Button name="do" value="unlink" classes="govuk-button--secondary">
                Take this link back
                <span className="govuk-visually-hidden">, {link.other.name}</span>
              </Button>
            </form>
          )}
        </div>
      ))}
      {head.can.match && <LinkForm action={action} head={head} form={form} />}
    </section>
  );
}

function LinkForm({ action, head, form }: Omit<Props, "links"> & { action: string }) {
  const { value, error } = refusedIn(form, "link");
  return (
    <form method="post" action={action} noValidate>
      <h3 className="govuk-heading-s">Link a child to another child</h3>
      <input type="hidden" name="version" value={head.version} />
      <input type="hidden" name="do" value="link" />
      <Radios
        name="childId"
        idPrefix="childId-link"
        legend={{ text: "Which child" }}
        items={head.children.map(({ id, name }) => ({ value: id, text: name }))}
        value={value("childId")}
        error={error("childId")}
      />
      <Radios
        name="kind"
        idPrefix="kind-link"
        legend={{ text: "How they are linked" }}
        items={linkKinds.map((kind) => ({ value: kind, text: linkWords[kind] }))}
        value={value("kind")}
        error={error("kind")}
      />
      <Input
        name="other"
        id="other-link"
        label="Reference of the other child’s contact"
        value={value("other")}
        error={error("other")}
        autocomplete="off"
      />
      <Input
        name="otherName"
        id="otherName-link"
        label="The other child’s name, as it stands there"
        value={value("otherName")}
        error={error("otherName")}
        autocomplete="off"
      />
      <Input
        name="reason"
        id="reason-link"
        label="How you know, in one line"
        value={value("reason")}
        error={error("reason")}
        autocomplete="off"
      />
      <Button classes="govuk-button--secondary">Link them</Button>
    </form>
  );
}
