import { senderWords } from "#domain/wording/sender";
import { filled } from "#domain/wording/site";
import { href } from "../../href.ts";
import type { SentStage } from "#domain/sent";
import type { RefusedEntry } from "../../http/refused-entry.ts";
import { PageLinks } from "../frame/page-links.tsx";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";
import { useWords } from "../use-words.ts";

type FormRow = { id: string; started: string; changed: string; deleted: string; offered: boolean };

type SentRow = { reference: string; received: string; stage: SentStage; news: boolean; asked: boolean };

type MyFormsProps = {
  email: string;
  forms: readonly FormRow[];
  sent: readonly SentRow[];
  page: number;
  pages: number;
  refused: RefusedEntry | undefined;
};

/** The forms of whoever proved their address here: when each was begun, and nothing that was typed in it. */
export function MyForms({ email, forms, sent, refused, ...paged }: MyFormsProps) {
  const words = useWords(senderWords).track;
  const own = forms.filter(({ offered }) => !offered);
  const offered = forms.filter((form) => form.offered);
  return (
    <>
      <p className="govuk-body app-breaks">{filled(words.as, { email })}</p>
      {offered.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{words.offered}</h2>
          {offered.map((form) => (
            <Waiting form={form} key={form.id} />
          ))}
        </>
      )}
      <h2 className="govuk-heading-m">{words.unfinished}</h2>
      {own.length === 0 && <p className="govuk-body">{words.noUnfinished}</p>}
      {own.map((form) => (
        <Waiting form={form} key={form.id} />
      ))}
      <h2 className="govuk-heading-m">{words.sentHeading}</h2>
      {sent.length === 0 && <p className="govuk-body">{words.nothingSent}</p>}
      {sent.map((row) => (
        <Sent row={row} key={row.reference} />
      ))}
      <PageLinks {...paged} to={(page) => href("track.home", {}, { page: String(page) })} />
      <Claim refused={refused} />
      <p className="govuk-body">
        <a className="govuk-link" href={href("report.professional")}>
          {words.begin}
        </a>
      </p>
      <form method="post" action={href("track.leave")}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {words.leave}
        </Button>
      </form>
    </>
  );
}

function Waiting({ form }: { form: FormRow }) {
  const words = useWords(senderWords).track;
  const { id, started, changed, deleted, offered } = form;
  const facts = [
    [words.started, started],
    [words.changed, changed],
    [words.kept, deleted],
  ] as const;
  return (
    <div className="govuk-summary-card">
      <div className="govuk-summary-card__content">
        <dl className="govuk-summary-list govuk-summary-list--no-border">
          {facts.map(([label, value]) => (
            <div className="govuk-summary-list__row" key={label}>
              <dt className="govuk-summary-list__key">{label}</dt>
              <dd className="govuk-summary-list__value">{value}</dd>
            </div>
          ))}
        </dl>
        {offered ? (
          <form method="post">
            <Button name="take" value={id} preventDoubleClick>
              {words.take}
              <span className="govuk-visually-hidden">{filled(words.takeHidden, { started })}</span>
            </Button>
          </form>
        ) : (
          <a className="govuk-link govuk-body" href={href("report.go-on", { draft: id })}>
            {words.goOn}
            <span className="govuk-visually-hidden">{filled(words.goOnHidden, { started })}</span>
          </a>
        )}
      </div>
    </div>
  );
}

function Sent({ row }: { row: SentRow }) {
  const { track: words, stages } = useWords(senderWords);
  const { reference, received, stage, news, asked } = row;
  return (
    <div className="govuk-summary-card">
      <div className="govuk-summary-card__content">
        <p className="govuk-body">
          <a className="govuk-link" href={href("track.sent", { reference: reference.replace(" ", "") })}>
            <strong>{reference}</strong>
          </a>
        </p>
        <p className="govuk-body">{`${words.received} ${received}. ${stages[stage]}.`}</p>
        {news && (
          <p className="govuk-body">
            <strong>{words.news}</strong>
          </p>
        )}
        {asked && (
          <p className="govuk-body">
            <strong>{words.asked}</strong>
          </p>
        )}
      </div>
    </div>
  );
}

function Claim({ refused }: { refused: RefusedEntry | undefined }) {
  const words = useWords(senderWords).track;
  const typed = refused?.typed["reference"];
  return (
    <form method="post" noValidate>
      <h3 className="govuk-heading-s">{words.claimHeading}</h3>
      <p className="govuk-body">{words.claim}</p>
      <Input
        name="reference"
        label={words.claimLabel}
        autocomplete="off"
        spellcheck={false}
        value={typeof typed === "string" ? typed : undefined}
        error={refused?.problems.fields["reference"]}
        classes="govuk-input--width-10"
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {words.claimButton}
      </Button>
    </form>
  );
}
