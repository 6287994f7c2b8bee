import { senderWords } from "#domain/wording/sender";
import { filled } from "#domain/wording/site";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";

const words = senderWords.en.track;

type FormRow = { id: string; started: string; changed: string; deleted: string; offered: boolean };

/** The forms of whoever proved their address here: when each was begun, and nothing that was typed in it. */
export function MyForms({ email, forms }: { email: string; forms: readonly FormRow[] }) {
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
