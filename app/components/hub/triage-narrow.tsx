import {
  ageChoices,
  ageWords,
  holderChoices,
  holderWords,
  isNarrowed,
  narrowingInWords,
  openCaseChoices,
  openCaseWords,
  sourceChoices,
  sourceWords,
  type Narrowing,
} from "#domain/triage-narrowing";
import type { TriageFilter } from "#services/triage/triage-filter";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Details } from "../govuk/details.tsx";
import { Select } from "../govuk/select.tsx";

type NarrowProps = { filter: TriageFilter; narrowing: Narrowing; found: number };

const items = <Choice extends string>(choices: readonly Choice[], words: Record<Choice, string>) => [
  { value: "", text: "All" },
  ...choices.map((choice) => ({ value: choice, text: words[choice] })),
];

/** Where the list is read again with other choices; "all" is what an address without one shows. */
export const triageAt = (filter: TriageFilter, more: Record<string, string> = {}): string =>
  href("hub.triage", {}, { ...(filter === "all" ? {} : { show: filter }), ...more });

/** Choices that leave fewer rows. A plain form: what was chosen stands in the address, and nothing of it is about anybody. */
export function TriageNarrow({ filter, narrowing, found }: NarrowProps) {
  const narrowed = isNarrowed(narrowing);
  const fields = [
    { name: "source", label: "Sent by", items: items(sourceChoices, sourceWords) },
    { name: "age", label: "Age of a child", items: items(ageChoices, ageWords) },
    { name: "holder", label: "Held by", items: items(holderChoices, holderWords) },
    { name: "openCase", label: "Open case", items: items(openCaseChoices, openCaseWords) },
  ] as const;
  return (
    <>
      <Details summary={narrowed ? "Change the filter" : "Filter this list"} id="filter">
        <form method="get" action={href("hub.triage")} className="app-narrow">
          {filter !== "all" && <input type="hidden" name="show" value={filter} />}
          {fields.map((field) => (
            <Select key={field.name} {...field} value={narrowing[field.name] ?? ""} />
          ))}
          <Button classes="govuk-button--secondary">Filter</Button>
        </form>
      </Details>
      {narrowed && (
        <p className="govuk-body">
          <strong>{narrowingInWords(narrowing)}.</strong> {found} {found === 1 ? "contact" : "contacts"}.{" "}
          <a className="govuk-link" href={triageAt(filter)}>
            Clear the filter
          </a>
        </p>
      )}
    </>
  );
}
