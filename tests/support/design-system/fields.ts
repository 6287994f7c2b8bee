import { createElement } from "react";
import { CharacterCount } from "../../../app/components/govuk/character-count.tsx";
import { Checkboxes } from "../../../app/components/govuk/checkboxes.tsx";
import type { Choice } from "../../../app/components/govuk/choices.tsx";
import { DateInput } from "../../../app/components/govuk/date-input.tsx";
import { Fieldset } from "../../../app/components/govuk/fieldset.tsx";
import { Input } from "../../../app/components/govuk/input.tsx";
import { PasswordInput } from "../../../app/components/govuk/password-input.tsx";
import { Radios } from "../../../app/components/govuk/radios.tsx";
import { Select } from "../../../app/components/govuk/select.tsx";
import { Textarea } from "../../../app/components/govuk/textarea.tsx";
import { list, part, text, words, type Offered, type Options } from "./options.ts";

const around = (o: Options) => ({
  hint: words(o["hint"]),
  error: words(o["errorMessage"]),
  describedBy: text(o["describedBy"]),
  groupClasses: text(part(o["formGroup"])["classes"]),
});
const aroundTakes = ["hint", "hint.text", "errorMessage", "errorMessage.text", "describedBy"];
const group = ["formGroup", "formGroup.classes"];
const label = (o: Options) => {
  const { classes, isPageHeading } = part(o["label"]);
  return {
    label: words(o["label"]) ?? "",
    labelClasses: text(classes),
    isPageHeading: isPageHeading === true,
  };
};
const labelTakes = ["label", "label.text", "label.classes", "label.isPageHeading"];
const legend = (o: Options) => {
  const given = part(part(o["fieldset"])["legend"]);
  const legendText = text(given["text"]);
  return legendText === undefined
    ? undefined
    : { text: legendText, classes: text(given["classes"]), isPageHeading: given["isPageHeading"] === true };
};
const legendTakes = ["", ".legend", ".legend.text", ".legend.classes", ".legend.isPageHeading"].map(
  (name) => `fieldset${name}`,
);

const choices = (o: Options): readonly Choice[] =>
  list(o["items"]).map((item) =>
    item["divider"] !== undefined
      ? { divider: text(item["divider"]) ?? "" }
      : {
          value: text(item["value"]) ?? "",
          text: text(item["text"]) ?? "",
          id: text(item["id"]),
          hint: words(item["hint"]),
          checked: typeof item["checked"] === "boolean" ? item["checked"] : undefined,
          exclusive: item["behaviour"] === "exclusive",
        },
  );
const choicesTakes = [
  ...["name", "idPrefix", "classes", "items", "hint", "hint.text", "errorMessage", "errorMessage.text"],
  ...[
    "items.value",
    "items.text",
    "items.id",
    "items.hint",
    "items.hint.text",
    "items.checked",
    "items.divider",
  ],
  ...["items.behaviour", ...group, ...legendTakes],
];
const choiceProps = (o: Options) => ({
  name: text(o["name"]) ?? "",
  items: choices(o),
  idPrefix: text(o["idPrefix"]),
  legend: legend(o),
  classes: text(o["classes"]),
  ...around(o),
});

/** The parts that forms are made of. */
export const fields: Readonly<Record<string, Offered>> = {
  "character-count": {
    takes: [
      "name",
      "id",
      "maxlength",
      "threshold",
      "rows",
      "value",
      "classes",
      ...labelTakes,
      ...aroundTakes,
      ...group,
    ],
    least: 8,
    make: (o) =>
      typeof o["maxlength"] === "number"
        ? createElement(CharacterCount, {
            name: text(o["name"]) ?? "",
            id: text(o["id"]),
            maxlength: o["maxlength"],
            threshold: typeof o["threshold"] === "number" ? o["threshold"] : undefined,
            rows: typeof o["rows"] === "number" ? o["rows"] : undefined,
            value: text(o["value"]),
            classes: text(o["classes"]),
            ...label(o),
            hint: words(o["hint"]),
            error: words(o["errorMessage"]),
            groupClasses: text(part(o["formGroup"])["classes"]),
          })
        : null,
  },
  checkboxes: {
    takes: [...choicesTakes, "values"],
    least: 10,
    make: (o) =>
      createElement(Checkboxes, {
        ...choiceProps(o),
        values: (o["values"] as readonly string[] | undefined) ?? [],
      }),
  },
  "date-input": {
    takes: [
      "id",
      "values",
      "values.day",
      "values.month",
      "values.year",
      "formGroup",
      "formGroup.classes",
      "hint",
      "hint.text",
      "errorMessage",
      "errorMessage.text",
      ...legendTakes,
    ],
    least: 3,
    // A form has more than one date, so our boxes are always called after theirs.
    asOurs: (html, o) => html.replace(/ name="(day|month|year)"/g, ` name="${text(o["id"]) ?? ""}-$1"`),
    make: (o) => {
      const values = part(o["values"]);
      return createElement(DateInput, {
        id: text(o["id"]) ?? "",
        legend: legend(o),
        values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value) ?? ""])),
        ...around(o),
      });
    },
  },
  fieldset: {
    takes: [
      "legend",
      "legend.text",
      "legend.classes",
      "legend.isPageHeading",
      "describedBy",
      "classes",
      "role",
    ],
    least: 5,
    make: (o) =>
      createElement(Fieldset, {
        legend: legend({ fieldset: o }),
        describedBy: text(o["describedBy"]),
        classes: text(o["classes"]),
        role: text(o["role"]),
      }),
  },
  input: {
    takes: [
      "name",
      "id",
      "classes",
      "value",
      "type",
      "autocomplete",
      "inputmode",
      "spellcheck",
      "prefix",
      "prefix.text",
      "suffix",
      "suffix.text",
      ...labelTakes,
      ...aroundTakes,
      ...group,
    ],
    least: 18,
    make: (o) =>
      createElement(Input, {
        name: text(o["name"]) ?? "",
        id: text(o["id"]),
        classes: text(o["classes"]),
        value: text(o["value"]),
        type: text(o["type"]) as "text" | undefined,
        autocomplete: text(o["autocomplete"]),
        inputmode: text(o["inputmode"]) as "numeric" | undefined,
        spellcheck: typeof o["spellcheck"] === "boolean" ? o["spellcheck"] : undefined,
        prefix: words(o["prefix"]),
        suffix: words(o["suffix"]),
        ...label(o),
        ...around(o),
      }),
  },
  "password-input": {
    takes: ["name", "id", "classes", "autocomplete", ...labelTakes, ...aroundTakes, ...group],
    make: (o) => {
      const autocomplete = o["autocomplete"] === "new-password" ? ("new-password" as const) : undefined;
      return createElement(PasswordInput, {
        name: text(o["name"]) ?? "",
        id: text(o["id"]),
        classes: text(o["classes"]),
        show: "Show",
        showLabel: "Show password",
        autocomplete,
        ...label(o),
        ...around(o),
      });
    },
    least: 8,
  },
  radios: {
    takes: [...choicesTakes, "value"],
    least: 12,
    make: (o) => createElement(Radios, { ...choiceProps(o), value: text(o["value"]) }),
  },
  select: {
    takes: [
      "name",
      "id",
      "classes",
      "value",
      "items",
      "items.value",
      "items.text",
      ...labelTakes.filter((name) => !name.endsWith("Heading")),
      ...aroundTakes,
      ...group,
    ],
    least: 4,
    make: (o) =>
      list(o["items"]).some((item) => item["value"] === undefined)
        ? null
        : createElement(Select, {
            name: text(o["name"]) ?? "",
            id: text(o["id"]),
            classes: text(o["classes"]),
            value: text(o["value"]),
            items: list(o["items"]).map((item) => ({
              value: text(item["value"]) ?? "",
              text: text(item["text"]) ?? "",
            })),
            ...label(o),
            ...around(o),
          }),
  },
  textarea: {
    takes: [
      "name",
      "id",
      "rows",
      "value",
      "classes",
      "autocomplete",
      "spellcheck",
      ...labelTakes,
      ...aroundTakes,
      ...group,
    ],
    least: 10,
    make: (o) =>
      createElement(Textarea, {
        name: text(o["name"]) ?? "",
        id: text(o["id"]),
        rows: typeof o["rows"] === "number" ? o["rows"] : undefined,
        value: text(o["value"]),
        classes: text(o["classes"]),
        autocomplete: text(o["autocomplete"]),
        spellcheck: typeof o["spellcheck"] === "boolean" ? o["spellcheck"] : undefined,
        ...label(o),
        ...around(o),
      }),
  },
};
