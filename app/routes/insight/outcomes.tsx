import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { advised, elsewhere, monthsUpTo, referred } from "#domain/month-outcomes";
import { localDate, monthAndYear } from "#domain/time-words";
import { outcomesByMonth } from "#services/insight/outcomes-by-month";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { ErrorMessage } from "../../components/govuk/error-message.tsx";
import { ErrorSummary } from "../../components/govuk/error-summary.tsx";
import { Table } from "../../components/govuk/table.tsx";
import { href } from "../../href.ts";

const wrongMonth = "Enter a month and a year, such as 3 2012";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "insight.outcomes");
  const { searchParams } = new URL(args.request.url);
  const typed = { month: searchParams.get("month"), year: searchParams.get("year") };
  const today = localDate(context.now());
  const months = monthsUpTo(typed, today);
  const told = months ?? monthsUpTo({ month: null, year: null }, today) ?? [];
  const rows = await handled(() => outcomesByMonth(context, actor, told));
  const problem = months === null ? wrongMonth : null;
  const { familyCafLabel } = context.settings;
  return {
    title: `${problem ? "Error: " : ""}What became of contacts`,
    ...{ me: meOf(actor), rows, typed, problem, familyCafLabel },
  };
}

export default function OutcomesPage() {
  const { me, rows, typed, problem, familyCafLabel } = useLoaderData<typeof loader>();
  return (
    <StaffPage me={me} section="insight.outcomes">
      {problem !== null && (
        <ErrorSummary title="There is a problem" errors={[{ href: "#month", text: problem }]} />
      )}
      <h1 className="govuk-heading-l">What became of contacts</h1>
      <p className="govuk-body">
        Contacts by the month in which they came, as decisions stand now. One about several children counts
        once, as the most that was decided for one of them.
      </p>
      <form method="get" action={href("insight.outcomes")}>
        <div className={`govuk-form-group${problem === null ? "" : " govuk-form-group--error"}`}>
          <fieldset className="govuk-fieldset">
            <legend className="govuk-fieldset__legend">Twelve months up to</legend>
            {problem !== null && <ErrorMessage id="month-error">{problem}</ErrorMessage>}
            <div className="govuk-date-input">
              <Part name="month" label="Month" value={typed.month} wrong={problem !== null} width={2} />
              <Part name="year" label="Year" value={typed.year} wrong={problem !== null} width={4} />
            </div>
          </fieldset>
        </div>
        <Button classes="govuk-button--secondary">Show these months</Button>
      </form>
      <div className="app-scroll" tabIndex={0} role="region" aria-label="What became of contacts, by month">
        <Table
          firstCellIsHeader
          columns={[
            { head: "Month" },
            { head: "Contacts", numeric: true },
            { head: "Information only", numeric: true },
            { head: "Advice team", numeric: true },
            { head: `of these ${familyCafLabel}`, numeric: true },
            { head: "Referrals", numeric: true },
            { head: "of these strategy discussions", numeric: true },
            { head: "Transferred or open already", numeric: true },
            { head: "Not decided", numeric: true },
          ]}
          rows={rows.map((row) => ({
            key: row.month,
            cells: [
              ...[monthAndYear(row.month), row.contacts, row.information_only, advised(row)],
              ...[row.family_caf, referred(row), row.strategy_discussion, elsewhere(row), row.undecided],
            ],
          }))}
        />
      </div>
    </StaffPage>
  );
}

type PartProps = { name: string; label: string; value: string | null; wrong: boolean; width: 2 | 4 };

function Part({ name, label, value, wrong, width }: PartProps) {
  return (
    <div className="govuk-date-input__item">
      <label className="govuk-label govuk-date-input__label" htmlFor={name}>
        {label}
      </label>
      <input
        className={`govuk-input govuk-date-input__input govuk-input--width-${width}${wrong ? " govuk-input--error" : ""}`}
        id={name}
        name={name}
        inputMode="numeric"
        defaultValue={value ?? ""}
        {...(wrong && { "aria-describedby": "month-error", "aria-invalid": true })}
      />
    </div>
  );
}
