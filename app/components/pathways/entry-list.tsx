import { dayAndTime, longDate } from "#domain/time-words";
import type { WorkView } from "#services/pathways/read-pathway";
import { SummaryList } from "../govuk/summary-list.tsx";
import { isWorkForm, workForms, type WorkField } from "./work-forms.ts";

type EntryListProps = Pick<WorkView, "entries" | "organisations">;
type Entry = EntryListProps["entries"][number];

/** Titles of what was done; the forms themselves say what to do. */
const titles: Record<string, string> = {
  call: "Called",
  "safe-calling": "Wrote down how it is safe to call",
  lead: "Asked somebody to lead the help",
  "did-it-start": "Asked whether the help began",
  "step-up": "Stepped up to screening",
  advice: "Gave advice",
  agreement: "Asked the family",
  "family-contact": "Spoke to the family",
  allocation: "Gave it to a worker",
  consent: "Asked the family about an assessment",
  "child-seen": "Child seen",
  review: "Assessment reviewed",
  assessment: "Outcome of the assessment",
  "assessment-received": "Outcome received from the case-management system",
  ending: "Closed",
  "ended-without-assessment": "Ended without an assessment",
  receipt: "Receipt confirmed",
  acknowledgement: "Acknowledged by the worker",
  refusal: "Refused by the other council",
  returned: "Returned to the hub",
};

/** What was written on a piece of work, the newest first. */
export function EntryList({ entries, organisations }: EntryListProps) {
  return (
    <>
      <h2 className="govuk-heading-m">What was done</h2>
      {entries.length === 0 && <p className="govuk-body">Nothing is written on this work yet.</p>}
      {[...entries].reverse().map((entry) => (
        <SummaryList
          key={entry.id}
          card={{
            title: `${titles[entry.kind] ?? entry.kind}, ${dayAndTime(entry.at)}, ${entry.by}`,
            headingLevel: 3,
          }}
          rows={rowsOf(entry, organisations)}
        />
      ))}
    </>
  );
}

function rowsOf({ kind, content }: Entry, organisations: EntryListProps["organisations"]) {
  const form = kind === "returned" ? "return" : kind === "assessment-received" ? "assessment" : kind;
  const fields: readonly WorkField[] = isWorkForm(form) ? workForms[form].fields : [];
  return fields.flatMap(({ name, label, kind: asked, options }) => {
    const value = content[name];
    if (value === undefined || value === "") return [];
    const words =
      asked === "date"
        ? longDate(value)
        : (options?.find((option) => option.value === value)?.label ??
          organisations.find(({ id }) => id === value)?.name ??
          value);
    return [{ key: label.replace(" (optional)", ""), value: <span className="app-written">{words}</span> }];
  });
}
