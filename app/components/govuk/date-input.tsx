import { classNames } from "./class-names.ts";
import { Fieldset, type Legend } from "./fieldset.tsx";
import { describedBy, FormGroup, HintAndError, type AroundField } from "./form-group.tsx";
import { Input } from "./input.tsx";

export type DatePart = "day" | "month" | "year";

export type DateInputProps = AroundField & {
  /** Its boxes are called `id-day`, `id-month` and `id-year`. */
  id: string;
  /** What their names begin with, where the same field stands on a page more than once. */
  name?: string | undefined;
  legend?: Legend | undefined;
  values?: Partial<Record<DatePart, string>> | undefined;
  labels?: Readonly<Record<DatePart, string>> | undefined;
  /** The boxes to mark when there is an error; all of them when it does not say. */
  wrong?: readonly DatePart[] | undefined;
  /** A month may be a word, so its keyboard is not only digits. */
  monthMayBeWord?: boolean | undefined;
};

const english: Record<DatePart, string> = { day: "Day", month: "Month", year: "Year" };
const parts = ["day", "month", "year"] as const;

export function DateInput({ id, name = id, legend, values = {}, labels = english, ...date }: DateInputProps) {
  const { hint, error, wrong = parts, monthMayBeWord = false } = date;
  const inner = (
    <>
      <HintAndError id={id} hint={hint} error={error} />
      <div className="govuk-date-input" id={id}>
        {parts.map((part) => (
          <div className="govuk-date-input__item" key={part}>
            <Input
              id={`${id}-${part}`}
              name={`${name}-${part}`}
              label={labels[part]}
              labelClasses="govuk-date-input__label"
              classes={classNames(
                "govuk-date-input__input",
                error !== undefined && wrong.includes(part) && "govuk-input--error",
                part === "year" ? "govuk-input--width-4" : "govuk-input--width-2",
                monthMayBeWord && part === "month" && "app-date-input__month",
              )}
              value={values[part]}
              inputmode={monthMayBeWord && part === "month" ? undefined : "numeric"}
            />
          </div>
        ))}
      </div>
    </>
  );
  return (
    <FormGroup hasError={error !== undefined} classes={date.groupClasses}>
      {legend === undefined ? (
        inner
      ) : (
        <Fieldset legend={legend} role="group" describedBy={describedBy(id, date)}>
          {inner}
        </Fieldset>
      )}
    </FormGroup>
  );
}
