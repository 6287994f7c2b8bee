import type { Field } from "#domain/questions/question";
import type { Asked } from "./asked.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { DateField } from "./date-field.tsx";
import { LongTextField } from "./long-text-field.tsx";
import { TextField } from "./text-field.tsx";
import { TicksField } from "./ticks-field.tsx";

/** The fields of a page or of an option, each drawn by its kind. */
export function Fields({ fields, asked }: { fields: readonly Field[]; asked: Asked }) {
  return fields.map((field) => <AnyField key={field.name} field={field} asked={asked} />);
}

function AnyField({ field, asked }: { field: Field; asked: Asked }) {
  switch (field.kind) {
    case "textarea":
      return <LongTextField field={field} asked={asked} />;
    case "date":
      return <DateField field={field} asked={asked} />;
    case "checkboxes":
      return <TicksField field={field} asked={asked} />;
    case "radios":
    case "select": {
      const below = { ...asked, isPageHeading: false, isLabelHidden: false };
      const draw = (fields: readonly Field[]) => <Fields fields={fields} asked={below} />;
      return <ChoiceField field={field} asked={asked} draw={draw} />;
    }
    case "text":
    case "email":
    case "tel":
      return <TextField field={field} asked={asked} />;
  }
}
