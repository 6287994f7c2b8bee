import { monthAndYear } from "#domain/time-words";
import type { CafFigures } from "#services/insight/caf-figures";
import type { Problems, Typed } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";
import { Select } from "../govuk/select.tsx";

type StartFormProps = Pick<CafFigures, "agencies" | "months"> & {
  asAt: string;
  typed: Typed;
  problems: Problems | null;
};

const text = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === "string" ? value : "";
};

/** How many one agency began in one month. */
export function StartForm({ agencies, months, asAt, typed, problems }: StartFormProps) {
  const field = (name: string) => ({
    ...{ id: name, name, value: text(typed, name), error: problems?.fields[name] },
  });
  const choose = { value: "", text: "Choose" };
  return (
    <form method="post" action={href("insight.caf")} noValidate>
      <h2 className="govuk-heading-m">Enter what an agency began</h2>
      <input type="hidden" name="do" value="starts" />
      <input type="hidden" name="asAt" value={asAt} />
      <Select
        {...field("organisationId")}
        label="Agency"
        items={[choose, ...agencies.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <Select
        {...field("month")}
        label="Month"
        items={[choose, ...months.map((month) => ({ value: month.slice(0, 7), text: monthAndYear(month) }))]}
      />
      <Input
        {...field("count")}
        label="How many"
        hint="A number entered again goes in place of the first"
        inputmode="numeric"
        classes="govuk-input--width-4"
      />
      <Button preventDoubleClick>Save the number</Button>
    </form>
  );
}

type QuietProps = {
  agencies: CafFigures["agencies"];
  months: number;
  offered: (at: Date) => string;
  mayRecord: boolean;
};

/** Agencies that began none, and whether a mentor's help was offered. */
export function Quiet({ agencies, months, offered, mayRecord }: QuietProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Began none in {months === 1 ? "a month" : `${months} months`}</h2>
      {agencies.length === 0 && (
        <p className="govuk-body">No agency, or a month in which nobody entered anything yet.</p>
      )}
      {agencies.length > 0 && (
        <ul className="govuk-list">
          {agencies.map(({ id, name, helpOfferedAt }) => (
            <li key={id}>
              <strong>{name}</strong>
              {helpOfferedAt !== null && <>. A mentor’s help was offered {offered(helpOfferedAt)}</>}
              {mayRecord && (
                <form method="post" action={href("insight.caf")}>
                  <input type="hidden" name="do" value="mentor" />
                  <input type="hidden" name="organisationId" value={id} />
                  <Button classes="govuk-button--secondary" preventDoubleClick>
                    A mentor’s help was offered<span className="govuk-visually-hidden"> to {name}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
