import type { z } from "zod";
import type { Language } from "#domain/intake";
import { hubFormWords } from "#domain/hub-forms";
import { parseForm, type FormShape, type Problems, type Typed } from "./form.ts";
import { seeOther } from "./guard.ts";
import { entered, wrongEntry, type RefusedEntry } from "./refused-entry.ts";
import { problemsOfOne } from "./refused-change.ts";

/**
 * Takes one form of an administrator's page: says what is wrong with it, or does what it asks and leads on.
 * @param run does it, and says where to go then
 */
export async function takeForm<Schema extends z.ZodType>(
  body: URLSearchParams,
  form: Pick<FormShape, "fields" | "many" | "words"> & { schema: Schema; language?: Language },
  run: (value: z.output<Schema>) => Promise<string>,
) {
  // Which of the page's forms it is comes back with it, so that only that one shows what was typed.
  const { language = "en", fields, ...shape } = form;
  const read = parseForm(body, { words: hubFormWords, ...shape, fields: ["do", ...fields] });
  if (!read.ok) return wrongEntry(read.problems, read.typed);
  return entered(async () => seeOther(await run(read.value)), read.typed, { language });
}

/** What one form of a page shows: what stands, or what was typed into it and what is wrong with that. */
export type FormState = {
  problems: Problems | undefined;
  value: (field: string) => string;
  values: (field: string) => readonly string[];
  /** Ids end in the form's name where a page has several: each of them asks why. */
  field: (name: string) => { name: string; id: string; value: string; error: string | undefined };
};

/** What is wrong with the form that was sent, for the top of its page. */
export function problemsShown(
  again: Pick<RefusedEntry, "problems" | "typed"> | undefined,
): Problems | undefined {
  const form = again?.typed["do"];
  return typeof form === "string" && form !== "" ? problemsOfOne(again?.problems, form) : again?.problems;
}

export function formState(
  form: string,
  again: Pick<RefusedEntry, "problems" | "typed"> | undefined,
  stands: Typed = {},
): FormState {
  const isThis = again !== undefined && (again.typed["do"] ?? "") === form;
  const typed = isThis ? again.typed : stands;
  const problems = isThis ? problemsShown(again) : undefined;
  const value = (field: string) => {
    const one = typed[field];
    return typeof one === "string" ? one : "";
  };
  return {
    problems,
    value,
    values: (field) => [typed[field] ?? []].flat(),
    field: (name) => ({
      name,
      id: form === "" ? name : `${name}-${form}`,
      value: value(name),
      error: problems?.fields[name],
    }),
  };
}
