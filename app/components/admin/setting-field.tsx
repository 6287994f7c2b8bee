import { weekdays, type SettingField } from "#domain/setting-form";
import type { Problems, Typed } from "../../http/form.ts";
import { Checkboxes } from "../govuk/checkboxes.tsx";
import { Fieldset } from "../govuk/fieldset.tsx";
import { Input } from "../govuk/input.tsx";
import { Radios } from "../govuk/radios.tsx";
import { Textarea } from "../govuk/textarea.tsx";

type Shown = { typed: Typed; problems: Problems | undefined };

/** The fields of a settings form; those that belong together stand under one legend. */
export function SettingFields({ fields, ...shown }: Shown & { fields: readonly SettingField[] }) {
  const opened = fields.filter(({ openedBy }) => openedBy !== undefined);
  const parts: { under: string | undefined; fields: SettingField[] }[] = [];
  for (const field of fields.filter(({ openedBy }) => openedBy === undefined)) {
    const last = parts.at(-1);
    if (last && field.under !== undefined && last.under === field.under) last.fields.push(field);
    else parts.push({ under: field.under, fields: [field] });
  }
  return parts.map(({ under, fields: inPart }) => {
    const inner = inPart.map((field) => <OneField key={field.name} {...{ field, opened }} {...shown} />);
    return under === undefined ? (
      <div key={inPart[0]?.name}>{inner}</div>
    ) : (
      <Fieldset key={inPart[0]?.name} legend={{ text: under, classes: "govuk-fieldset__legend--m" }}>
        {inner}
      </Fieldset>
    );
  });
}

type OneFieldProps = Shown & { field: SettingField; opened?: readonly SettingField[] };

function OneField({ field, opened = [], typed, problems }: OneFieldProps) {
  const { name, label, hint, kind } = field;
  const value = typed[name];
  const one = typeof value === "string" ? value : "";
  const around = { name, hint, error: problems?.fields[name] };
  if (kind === "days")
    return (
      <Checkboxes
        {...around}
        legend={{ text: label }}
        values={[value ?? []].flat()}
        items={weekdays.map((day, i) => ({ value: String(i + 1), text: day }))}
      />
    );
  if (kind === "choice") {
    const under = (choice: string) =>
      opened.filter(({ openedBy }) => openedBy?.name === name && openedBy.value === choice);
    const items = (field.options ?? []).map((option) => {
      const inner = under(option.value);
      if (inner.length === 0) return option;
      const conditional = inner.map((each) => (
        <OneField key={each.name} field={each} {...{ typed, problems }} />
      ));
      return { ...option, conditional };
    });
    return <Radios {...around} legend={{ text: label }} value={one} items={items} />;
  }
  const box = { ...around, label, value: one, autocomplete: "off" };
  if (kind === "lines") return <Textarea {...box} rows={6} />;
  return kind === "number" ? (
    <Input {...box} inputmode="numeric" classes="govuk-input--width-4" />
  ) : (
    <Input {...box} />
  );
}
