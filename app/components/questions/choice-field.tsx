import type { ReactNode } from "react";
import { fieldOf } from "#domain/questions/answers";
import type { Field } from "#domain/questions/question";
import { Radios } from "../govuk/radios.tsx";
import { Select } from "../govuk/select.tsx";
import { labelClasses, labelText, textsFor, type Asked } from "./asked.tsx";

type ChoiceField = Extract<Field, { kind: "radios" | "select" }>;
type ChoiceFieldProps = {
  field: ChoiceField;
  asked: Asked;
  /** Draws the fields that open under an option. */
  draw: (fields: readonly Field[]) => ReactNode;
};

/** One of several. Nothing is chosen beforehand. */
export function ChoiceField({ field, asked, draw }: ChoiceFieldProps) {
  const { label, hint, options = {}, optionHints = {} } = textsFor(asked, field.name);
  const nameOf = (option: string) => options[option] ?? option;
  const value = fieldOf(asked.typed, field.name);
  if (field.kind === "select") {
    return (
      <Select
        name={field.name}
        label={labelText(asked, label)}
        labelClasses={labelClasses(asked, "label")}
        hint={hint}
        error={asked.problems[field.name]}
        value={value}
        items={field.options.map((option) => ({ value: option, text: nameOf(option) }))}
      />
    );
  }
  return (
    <Radios
      name={field.name}
      legend={{
        text: labelText(asked, label),
        classes: labelClasses(asked, "fieldset__legend"),
        isPageHeading: asked.isPageHeading,
      }}
      hint={hint}
      error={asked.problems[field.name]}
      value={value}
      items={field.options.map((option) => {
        const reveals = field.reveals?.[option];
        return {
          value: option,
          text: nameOf(option),
          hint: optionHints[option],
          conditional: reveals === undefined ? undefined : draw(reveals),
        };
      })}
    />
  );
}
