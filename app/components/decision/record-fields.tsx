import { askedFields, type AskedField, type AskingFacts } from "#domain/asked-fields";
import type { Outcome } from "#domain/outcome";
import { datePartsOf } from "#domain/questions/question";
import type { Settings } from "#domain/settings";
import type { Problems, Typed } from "../../http/form.ts";
import { Checkboxes } from "../govuk/checkboxes.tsx";
import { DateInput } from "../govuk/date-input.tsx";
import { ErrorMessage } from "../govuk/error-message.tsx";
import { Input } from "../govuk/input.tsx";
import { Radios } from "../govuk/radios.tsx";
import { Textarea } from "../govuk/textarea.tsx";

export type RecordFieldsProps = {
  outcome: Outcome;
  typed: Typed;
  problems: Problems | null;
  levels: Settings["levels"];
  organisations: readonly { id: string; name: string }[];
  asking: AskingFacts;
  /** Tells the fields of several children of one form apart. */
  prefix?: string;
};

/**
 * The fields of one outcome's record under their headings. Nothing is chosen beforehand. What stands against the outcome
 * itself is said above them, because no field could mend it.
 */
export function RecordFields({ prefix = "", ...props }: RecordFieldsProps) {
  const sections = askedFields(props.outcome, props.asking, (name) => isWritten(props.typed, prefix + name));
  const all = sections.flatMap(({ fields }) => fields);
  const names = new Set(all.map(({ name }) => name));
  const hangs = ({ field }: AskedField) => field.shownWhen !== undefined && names.has(field.shownWhen.field);
  const atAll = props.problems?.fields[`${prefix}outcome`];
  return (
    <>
      {atAll !== undefined && <ErrorMessage id={`${prefix}outcome`}>{atAll}</ErrorMessage>}
      {sections.map(({ title, fields }) => (
        <section className="app-record-section" key={title}>
          <h3 className="govuk-heading-m">{title}</h3>
          {fields
            .filter((one) => !hangs(one))
            .map((one) => (
              <OneField
                key={one.name}
                {...props}
                {...one}
                prefix={prefix}
                below={all.filter(({ field }) => field.shownWhen?.field === one.name)}
              />
            ))}
        </section>
      ))}
    </>
  );
}

type OneFieldProps = Omit<RecordFieldsProps, "asking"> & AskedField & { below: readonly AskedField[] };

const isWritten = (typed: Typed, name: string): boolean =>
  [name, ...datePartsOf(name)].some((one) => (typed[one] ?? "").length > 0);

const textIn = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === "string" ? value : "";
};

function OneField({ field, below, optional, ...props }: OneFieldProps) {
  const name = `${props.prefix ?? ""}${props.name}`;
  const around = { hint: field.hint, error: props.problems?.fields[name] };
  const value = textIn(props.typed, name);
  const label = optional ? `${field.label} (optional)` : field.label;
  const box = { id: name, name, label, labelClasses: "govuk-label--s", value, ...around };
  const legend = { text: label, classes: "govuk-fieldset__legend--s" };
  const under = (option: string) => {
    const fields = below.filter(({ field: one }) => one.shownWhen?.value === option);
    if (fields.length === 0) return undefined;
    return fields.map((one) => <OneField key={one.name} {...props} {...one} below={[]} />);
  };
  switch (field.kind) {
    case "sentence":
      return <Input {...box} />;
    case "time":
      return <Input {...box} classes="govuk-input--width-5" />;
    case "box":
      return <Textarea {...box} rows={3} />;
    case "date": {
      const [day = "", month = "", year = ""] = datePartsOf(name).map((part) => textIn(props.typed, part));
      return (
        <DateInput
          id={name}
          name={name}
          legend={legend}
          {...around}
          values={{ day, month, year }}
          monthMayBeWord
        />
      );
    }
    case "radios":
    case "level":
      return (
        <Radios
          name={name}
          legend={legend}
          value={value}
          {...around}
          items={(field.kind === "level" ? levelOptions(props.levels) : (field.options ?? [])).map(
            (option) => ({
              value: option.value,
              text: option.label,
              conditional: under(option.value),
            }),
          )}
        />
      );
    case "checkboxes":
    case "organisations":
      return (
        <Checkboxes
          name={name}
          legend={legend}
          values={[props.typed[name] ?? []].flat()}
          {...around}
          items={
            field.kind === "organisations"
              ? props.organisations.map((one) => ({ value: one.id, text: one.name }))
              : (field.options ?? []).map((option) => ({ value: option.value, text: option.label }))
          }
        />
      );
  }
}

const levelOptions = (levels: Settings["levels"]) =>
  levels.map(({ level, name }) => ({ value: String(level), label: `${level}: ${name}` }));
