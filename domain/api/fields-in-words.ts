import { jsonSchema, type JsonSchema, type SchemaName } from "./openapi.ts";

/** A field as the documentation tells it. */
export type FieldInWords = {
  /** Where it stands: "children[].firstName". */
  path: string;
  needed: boolean;
  /** "Text, 200 characters at most". */
  kind: string;
  says: string;
};

const typeOf = ({ type }: JsonSchema): string => (Array.isArray(type) ? type[0] : type) ?? "";

function kindOf(field: JsonSchema): string {
  const codes = (field.enum ?? []).filter((one) => one !== null);
  if (codes.length > 0) return `One of ${codes.join(", ")}`;
  if (field.format === "date") return "A date, such as 2018-03-12";
  if (field.format === "date-time") return "A moment with its offset, such as 2026-11-24T15:15:00Z";
  switch (typeOf(field)) {
    case "string":
      return field.maxLength === undefined ? "Text" : `Text, ${field.maxLength} characters at most`;
    case "boolean":
      return "true or false";
    case "integer":
      return "A whole number";
    case "array":
      return field.items?.properties === undefined
        ? `A list. ${kindOf(field.items ?? {})}`
        : `A list, ${field.maxItems ?? "any number"} at most`;
    default:
      return "A group of fields";
  }
}

const endedBy = (text: string, mark: string) => (/[.?!]$/.test(text) ? text : `${text}${mark}`);

/** Every field of something that is sent or answered, each with the fields in it below. */
export function fieldsInWords(name: SchemaName): FieldInWords[] {
  return fieldsUnder(jsonSchema(name), "");
}

function fieldsUnder({ properties = {}, required = [] }: JsonSchema, before: string): FieldInWords[] {
  return Object.entries(properties).flatMap(([field, schema]) => {
    const path = `${before}${field}`;
    const says = [schema.title, schema.description].filter((one) => one !== undefined);
    const own = {
      ...{ path, needed: required.includes(field), kind: kindOf(schema) },
      says: says.map((one) => endedBy(one, ".")).join(" "),
    };
    const inside = typeOf(schema) === "array" ? (schema.items ?? {}) : schema;
    return [own, ...fieldsUnder(inside, typeOf(schema) === "array" ? `${path}[].` : `${path}.`)];
  });
}
