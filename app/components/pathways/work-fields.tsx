import { datePartsOf } from "#domain/questions/question";
import type { Problems, Typed } from "../../http/form.ts";
import { DateInput } from "../govuk/date-input.tsx";
import { Input } from "../govuk/input.tsx";
import { Radios } from "../govuk/radios.tsx";
import { Select } from "../govuk/select.tsx";
import { Textarea } from "../govuk/textarea.tsx";
import { idOnPage, type Option, type WorkField } from "./work-forms.ts";

export type Asked = {
  /** The form's name on its page, and what it is about: several forms have fields of one name. */
  form: string;
  workId: string;
  typed: Typed;
  problems: Problems | null;
  options: Readonly<Record<string, readonly Option[]>>;
};

type WorkFieldsProps = { fields: readonly WorkField[]; asked: Asked };

/** The fields of a form, those that hang on an answer under that answer. */
export function WorkFields({ fields, asked }: WorkFieldsProps) {
  const hangs = (field: WorkField) =>
    field.under !== undefined && fields.some(({ name }) => name === field.under?.field);
  return fields
    .filter((field) => !hangs(field))
    .map((field) => (
      <OneField
        key={field.name}
        field={field}
        asked={asked}
        below={fields.filter((one) => one.under?.field === field.name)}
      />
    ));
}

const valueIn = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === "string" ? value : "";
};

type OneFieldProps = { field: WorkField; asked: Asked; below: readonly WorkField[] };

function OneField({ field, asked, below }: OneFieldProps) {
  const { name, label, kind } = field;
  const id = idOnPage(asked.form, asked.workId, name);
  const around = { hint: field.hint, error: asked.problems?.fields[name] };
  const value = valueIn(asked.typed, name);
  const options = asked.options[name] ?? field.options ?? [];
  const labelClasses = "govuk-label--s";
  const legend = { text: label, classes: "govuk-fieldset__legend--s" };
  switch (kind) {
    case "sentence":
      return <Input {...{ id, name, label, labelClasses, value }} {...around} />;
    case "time":
      return (
        <Input {...{ id, name, label, labelClasses, value }} {...around} classes="govuk-input--width-5" />
      );
    case "box":
      return <Textarea {...{ id, name, label, labelClasses, value }} {...around} rows={3} />;
    case "date":
      return <DateField {...{ id, name, legend }} typed={asked.typed} around={around} />;
    case "select":
      return (
        <Select
          {...{ id, name, label, labelClasses, value }}
          {...around}
          items={[
            { value: "", text: "Choose" },
            ...options.map((option) => ({ value: option.value, text: option.label })),
          ]}
        />
      );
    case "radios":
      return (
        <Radios
          {...{ name, legend, value }}
          {...around}
          idPrefix={id}
          items={options.map((option) => {
            const under = below.filter((one) => one.under?.value === option.value);
            const conditional = under.length > 0 ? <WorkFields fields={under} asked={asked} /> : undefined;
            return { value: option.value, text: option.label, conditional };
          })}
        />
      );
  }
}

type DateFieldProps = {
  id: string;
  name: string;
  legend: { text: string; classes: string };
  typed: Typed;
  around: { hint: string | undefined; error: string | undefined };
};

function DateField({ id, name, legend, typed, around }: DateFieldProps) {
  const [day, month, year] = datePartsOf(name).map((part) => valueIn(typed, part));
  return (
    <DateInput
      {...{ id, name, legend }}
      {...around}
      values={{ day: day ?? "", month: month ?? "", year: year ?? "" }}
      monthMayBeWord
    />
  );
}
