import { callFields, callLabels } from "#domain/phone-call";
import { timeOfDay } from "#domain/time-words";
import type { CallElsewhere as Elsewhere } from "#services/phone/save-call";
import type { Typed } from "../../http/form.ts";
import { Compared } from "./conflict.tsx";

const words = (value: string | readonly string[] | undefined) => (typeof value === "string" ? value : "");

const label = (name: string): string =>
  (callLabels as Readonly<Record<string, string>>)[name] ?? name.replace(/^(child|age)(\d)$/, "Child $2, $1");

/** Both texts of a call that somebody has open twice: nothing is kept over the other without being looked at. */
export function CallElsewhere({ stands, typed }: { stands: Elsewhere; typed: Typed }) {
  const fields = callFields
    .map((name) => ({ label: label(name), theirs: words(stands.typed[name]), yours: words(typed[name]) }))
    .filter(({ theirs, yours }) => theirs !== yours);
  return (
    <section aria-labelledby="conflict">
      <h2 className="govuk-heading-m" id="conflict">
        You typed something else in another tab
      </h2>
      <p className="govuk-body">
        What is on record is from {timeOfDay(stands.savedAt)}. What you typed here stands in the form below
        and is not on record yet: put both together, then press again.
      </p>
      {fields.map((field) => (
        <Compared key={field.label} field={field} />
      ))}
    </section>
  );
}
