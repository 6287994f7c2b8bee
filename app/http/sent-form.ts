import type { FormState } from "./admin-form.ts";
import { typedIn, type Typed } from "./form.ts";
import { wrongEntry, type RefusedEntry } from "./refused-entry.ts";

/**
 * The page of something that was sent is one form with several parts, so that asking for it in another language takes along
 * whatever was typed in any of them, and what is wrong with one loses nothing of the others.
 */
const fields = ["text", "danger", "key"] as const;
const nameIn = (part: string, field: string) => `${field}-${part}`;

/** More parts than the page has: questions, a challenge and what is new. */
const partsAtMost = 60;

function partsIn(body: URLSearchParams): string[] {
  const parts = [...body.keys()].flatMap((name) => /^(?:text|danger)-([\w-]{1,64})$/.exec(name)?.[1] ?? []);
  return [...new Set(parts)].slice(0, partsAtMost);
}

/** The part whose button was pressed, by itself; Enter presses none, and then it is the one in which something was typed. */
export function partSent(body: URLSearchParams): URLSearchParams {
  const typed = (part: string) => (body.get(nameIn(part, "text")) ?? "").trim() !== "";
  const part = body.get("do") ?? partsIn(body).find(typed) ?? "";
  const own = new URLSearchParams({ do: part });
  for (const field of fields) {
    const value = body.get(nameIn(part, field));
    if (value !== null) own.set(field, value);
  }
  return own;
}

/** The page again with everything that was typed, in every part. */
export function shownWhole(refused: RefusedEntry, body: URLSearchParams, status: number | undefined) {
  const names = partsIn(body).flatMap((part) => fields.map((field) => nameIn(part, field)));
  const typed: Typed = { ...typedIn(body, { fields: names }), do: refused.typed["do"] ?? "" };
  return wrongEntry(refused.problems, typed, status);
}

/** What one part shows: its fields are called by its name. */
export function partState(part: string, again: RefusedEntry | undefined): FormState {
  const isThis = again?.typed["do"] === part;
  const problems = isThis ? again.problems : undefined;
  const value = (field: string) => {
    const typed = again?.typed[nameIn(part, field)];
    return typeof typed === "string" ? typed : "";
  };
  return {
    problems,
    value,
    values: (field) => [value(field)],
    field: (field) => ({
      ...{ name: nameIn(part, field), id: nameIn(part, field) },
      ...{ value: value(field), error: problems?.fields[field] },
    }),
  };
}
