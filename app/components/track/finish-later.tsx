import { senderWords } from "#domain/wording/sender";
import { filled } from "#domain/wording/site";
import type { RefusedEntry } from "../../http/refused-entry.ts";
import { useSite } from "../frame/use-site.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";
import { PhoneLink } from "../phone-link.tsx";
import { Sentence } from "../sentence.tsx";
import { useWords } from "../use-words.ts";
import { pageForm } from "../frame/language-switch.tsx";

type FinishLaterProps = {
  inDanger: boolean;
  goOn: string;
  /** Where a code is asked for; null when there is no address yet, or it is proven. */
  code: string | null;
  until: string;
  /** Where their forms are, as somebody types it. */
  address: string;
  /** The proven address; null while there is none. */
  email: string | null;
  offered: boolean;
  refused: RefusedEntry | undefined;
};

/** How to come back to a form, and how a colleague can finish it instead. */
export function FinishLater(page: FinishLaterProps) {
  const words = useWords(senderWords).later;
  const { phones, open } = useSite();
  const phone = <PhoneLink number={open ? phones.day : phones.night} />;
  return (
    <>
      <p className="govuk-body">{words.notSent}</p>
      <p className={page.inDanger ? "app-danger-banner" : "govuk-body"}>
        <Sentence words={words.danger} phone={phone} />
      </p>
      <p className="govuk-body">{filled(words.thisBrowser, { until: page.until })}</p>
      {page.email !== null && (
        <p className="govuk-body app-breaks">
          {filled(words.anywhere, { page: page.address, email: page.email })}
        </p>
      )}
      {page.code !== null && (
        <>
          <h2 className="govuk-heading-m">{words.proveHeading}</h2>
          <p className="govuk-body">{words.prove}</p>
          <form method="post" action={page.code}>
            <Button name="then" value="again" classes="govuk-button--secondary" preventDoubleClick>
              {words.send}
            </Button>
          </form>
        </>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={page.goOn}>
          {words.goOn}
        </a>
      </p>
      {page.email !== null && <HandOver {...page} />}
    </>
  );
}

function HandOver({ offered, refused }: FinishLaterProps) {
  const words = useWords(senderWords).later;
  const typed = refused?.typed["email"];
  return (
    <form method="post" id={pageForm} noValidate>
      <h2 className="govuk-heading-m">{words.handHeading}</h2>
      {offered ? (
        <>
          <p className="govuk-body">{words.offered}</p>
          <Button name="then" value="take-back" classes="govuk-button--secondary" preventDoubleClick>
            {words.takeBack}
          </Button>
        </>
      ) : (
        <>
          <p className="govuk-body">{words.hand}</p>
          <Input
            name="email"
            label={words.colleague}
            type="email"
            autocomplete="off"
            spellcheck={false}
            value={typeof typed === "string" ? typed : undefined}
            error={refused?.problems.fields["email"]}
            classes="govuk-input--width-20"
          />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            {words.handButton}
          </Button>
        </>
      )}
    </form>
  );
}
