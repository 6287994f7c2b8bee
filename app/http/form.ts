import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import { cleanTyped, markControls } from "#domain/questions/typed-text";

/** What was typed, by field name; only fields that the form has. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What is wrong with a form: one line each for the summary at the top, and the same words beside each field. */
export type Problems = {
  summary: readonly { href: string; text: string }[];
  fields: Readonly<Record<string, string>>;
};

export type ParsedForm<Value> =
  | { ok: true; value: Value; typed: Typed }
  /** `refused` holds the schema's own message for each field, before it became words. */
  | { ok: false; problems: Problems; refused: Readonly<Record<string, string>>; typed: Typed };

export type FormShape = {
  /** Fields with one value, in the order of the page. Of a field sent twice the last value counts. */
  fields: readonly string[];
  /** Fields that may be ticked several times. */
  many?: readonly string[];
  /** Turns a message of the schema into words; without it messages are words already. */
  words?: (message: string, field: string) => string;
  /** The id that a summary line leads to when it is not the field's own name. */
  anchor?: (field: string) => string;
};

/** More pairs than any form of ours has; parsing a body of a hundred thousand tiny fields costs time otherwise. */
const pairsAtMost = 500;

/**
 * The body of a form post. Files are not accepted here.
 * @throws Response 413 for too many fields, 415 for another kind of body
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const kind = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (kind !== "application/x-www-form-urlencoded") throw new Response(null, { status: 415 });
  const body = await request.text();
  let pairs = 1;
  for (let at = body.indexOf("&"); at !== -1 && pairs <= pairsAtMost; at = body.indexOf("&", at + 1))
    pairs += 1;
  if (pairs > pairsAtMost) throw new Response(null, { status: 413 });
  return new URLSearchParams(body);
}

/** The allow-listed part of a body. Names that the form does not have are never looked at, whatever they are. */
export function typedIn(body: URLSearchParams, { fields, many = [] }: FormShape): Typed {
  const typed = new Map<string, string | string[]>();
  for (const name of fields) {
    const value = body.getAll(name).at(-1);
    if (value !== undefined) typed.set(name, cleanTyped(value));
  }
  for (const name of many) {
    const values = body.getAll(name).map(cleanTyped);
    if (values.length > 0) typed.set(name, values);
  }
  return Object.fromEntries(typed);
}

/** What was typed as a refused form shows it: a character that cannot be kept is marked, so that it can be found. */
export const shownAgain = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [
      name,
      typeof value === "string" ? markControls(value) : value.map(markControls),
    ]),
  );

/** The first message for each field that was refused, in the order of the page. */
function refusedIn(errors: Readonly<Record<string, readonly string[] | null>>, shape: FormShape) {
  const order = [...shape.fields, ...(shape.many ?? [])];
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const names = Object.keys(errors).sort((a, b) => place(a) - place(b));
  return names.flatMap((name) => {
    const message = errors[name]?.[0];
    return message === undefined ? [] : [[name, message] as const];
  });
}

function problemsIn(refused: readonly (readonly [string, string])[], shape: FormShape): Problems {
  const { words = (message: string) => message, anchor = (field: string) => field } = shape;
  const found = refused.map(([name, message]) => ({ name, text: words(message, name) }));
  return {
    summary: found.map(({ name, text }) => ({ href: `#${anchor(name)}`, text })),
    fields: Object.fromEntries(found.map(({ name, text }) => [name, text])),
  };
}

/**
 * Checks a form body with a schema. Empty fields reach the schema as missing and texts are turned into numbers or
 * ticks where the schema wants them, unless `asTyped` is set: then the schema sees exactly what was typed.
 */
export function parseForm<Schema extends z.ZodType>(
  body: URLSearchParams,
  { schema, asTyped = false, ...shape }: FormShape & { schema: Schema; asTyped?: boolean },
): ParsedForm<z.output<Schema>> {
  const typed = typedIn(body, shape);
  const allowed = new URLSearchParams();
  for (const [name, value] of Object.entries(typed)) {
    for (const each of typeof value === "string" ? [value] : value) allowed.append(name, each);
  }
  const submission = parseWithZod(allowed, { schema, disableAutoCoercion: asTyped });
  if (submission.status === "success") return { ok: true, value: submission.value, typed };
  const refused = refusedIn(submission.error ?? {}, shape);
  return {
    ok: false,
    problems: problemsIn(refused, shape),
    refused: Object.fromEntries(refused),
    typed: shownAgain(typed),
  };
}
