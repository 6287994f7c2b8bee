import { data } from "@remix-run/node";
import type { ChangedMeanwhile } from "#services/contacts/raise-version";
import { Conflict, Invalid } from "#services/errors";
import type { Problems, Typed } from "./form.ts";
import { handled, refusal } from "./guard.ts";

/** Why a form is shown again with what was typed: something in it is wrong, or the contact changed meanwhile. */
export type RefusedChange =
  { problems: Problems; typed: Typed } | { conflict: ChangedMeanwhile & { because: string }; typed: Typed };

/** A form whose words could not be taken: the page shows them again with what is wrong. */
export const wrongForm = (problems: Problems, typed: Typed) =>
  data<RefusedChange>({ problems, typed }, { status: 422 });

/** One problem of one field, when a service and not a schema found it. */
export const problemsFrom = (fields: Readonly<Record<string, string>>): Problems => ({
  summary: Object.entries(fields).map(([field, text]) => ({ href: `#${field}`, text })),
  fields,
});

/** Problems of one form of a list, whose fields' ids end in its own. */
export const problemsOfOne = (problems: Problems | undefined, id: string): Problems | undefined =>
  problems && {
    ...problems,
    summary: problems.summary.map(({ href, text }) => ({
      href: href === "#main-content" ? href : `${href}-${id}`,
      text,
    })),
  };

/**
 * Runs a change of a contact. Null when it was made; else the answer that shows the form again, so that nobody loses
 * what they typed: 422 with problems, 409 with what happened meanwhile.
 */
export async function refusedChange(run: () => Promise<unknown>, typed: Typed) {
  try {
    await run();
    return null;
  } catch (error) {
    if (error instanceof Invalid) return wrongForm(problemsFrom(error.problems), typed);
    if (!(error instanceof Conflict)) return handled<never>(() => Promise.reject(error as Error));
    const { message, details } = error as Conflict<ChangedMeanwhile>;
    return data<RefusedChange>({ conflict: { ...details, because: message }, typed }, { status: 409 });
  }
}

/** The version that a form was made from. Without one nothing can be said about what changed since. */
export function versionIn(body: URLSearchParams): number {
  const version = Number(/^[1-9]\d{0,8}$/.exec(body.get("version") ?? "")?.[0] ?? NaN);
  if (Number.isNaN(version)) throw refusal(400);
  return version;
}
