import { z } from "zod";
import { cleanTyped } from "../questions/typed-text.ts";

/** What the documentation says of a field; the title is also its label in what the hub keeps of a contact. */
type Told = { title: string; description?: string; examples?: readonly unknown[] };

// The C0 controls but tab, line feed and carriage return: PostgreSQL refuses NUL, and no keyboard types the others.
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;

/**
 * Text from a machine, made safe to keep: half characters become the replacement character and line ends one kind. A
 * length is counted in characters as a reader counts them. The limit stands beside the check so that the description
 * tells it: what is checked after a change has no form in JSON Schema.
 */
export function words(max: number, told: Told) {
  return z
    .string()
    .transform((value) => cleanTyped(value).trim())
    .superRefine((value, problems) => {
      const refuse = (message: string) => problems.addIssue({ code: "custom", message });
      if (value === "") refuse("Send some text, or leave the field out");
      else if (controls.test(value)) refuse("Send text without control characters");
      else if (value.length > max && [...value].length > max) refuse(`Send ${max} characters at most`);
    })
    .meta({ minLength: 1, maxLength: max, ...told });
}

/** A field that may be left out. Null means the same, because many programs write it for "nothing". */
export const maybe = <Field extends z.ZodType>(field: Field) =>
  field
    .nullish()
    .transform((value) => value ?? null)
    .meta({ ...titleOf(field) });

export const code = <const Codes extends readonly [string, ...string[]]>(codes: Codes, told: Told) =>
  z.enum(codes).meta({ ...told });

export const yesOrNo = (told: Told) => z.boolean().meta({ ...told });

export const calendarDate = (told: Told) => z.iso.date().meta({ ...told });

export const moment = (told: Told) => z.iso.datetime({ offset: true }).meta({ ...told });

/** More entries than any family needs. */
export const entriesAtMost = 30;

const titleOf = (field: z.ZodType): Partial<Told> => {
  const { title, description, examples } = field.meta() ?? {};
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(examples === undefined ? {} : { examples: examples as readonly unknown[] }),
  };
};
