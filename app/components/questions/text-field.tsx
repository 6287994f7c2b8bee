import { fieldOf } from "#domain/questions/answers";
import type { Field } from "#domain/questions/question";
import { Input } from "../govuk/input.tsx";
import { labelClasses, labelText, textsFor, type Asked } from "./asked.tsx";

type TextField = Extract<Field, { kind: "text" | "email" | "tel" }>;

/** One line: a name, a number, an address. Nothing is corrected, and nobody's details fill another's. */
export function TextField({ field, asked }: { field: TextField; asked: Asked }) {
  const { label, hint } = textsFor(asked, field.name);
  return (
    <Input
      name={field.name}
      label={labelText(asked, label)}
      labelClasses={labelClasses(asked, "label")}
      isPageHeading={asked.isPageHeading}
      hint={hint}
      error={asked.problems[field.name]}
      type={field.kind}
      value={fieldOf(asked.typed, field.name)}
      autocomplete={field.autocomplete ?? "off"}
      inputmode={field.inputmode}
      spellcheck={false}
      suggestions={field.suggests === "organisations" ? asked.organisations : undefined}
      classes={field.width === undefined ? undefined : `govuk-input--width-${String(field.width)}`}
    />
  );
}
