import { Fragment } from "react";
import { policeFields, type PoliceField } from "#domain/police/fields";
import type { RowValues } from "#domain/police/notice";
import type { Problems } from "../../http/form.ts";
import { Details } from "../govuk/details.tsx";
import { Input } from "../govuk/input.tsx";
import { Textarea } from "../govuk/textarea.tsx";

/** What every notice has; the rest stands folded away until it says something. */
const always = [
  "reference",
  "happenedOn",
  "type",
  "grade",
  "child1First",
  "child1Last",
  "child1Born",
  "child1Age",
  "address",
  "postcode",
  "summary",
];

/** How the boxes are filled in that somebody types who has no export to copy from. */
const hints: Readonly<Record<string, string>> = {
  reference: "The number of your force for this notice",
  happenedOn: "Such as 23 11 2026",
  type: "Such as domestic abuse, missing, or child found",
  grade: "High, medium or low; or red, amber or green",
  child1First: "If no name is known, describe the child under “Everything else”",
  child1Born: "Such as 27 3 2016",
  child1Age: "If the date of birth is not known, such as “about 7”",
  address: "Any part of it, or where they were last known to be",
  summary: "What happened, who was there, and what the child said",
};

/** Where a part of the form begins. */
const headings: Readonly<Record<string, string>> = {
  reference: "The notice",
  child1First: "The child",
  address: "Where, and what happened",
};

/** A box tells by its width what it wants; a long one is as wide as its page. */
const widthOf = (max: number): string | undefined =>
  max <= 60 ? "govuk-input--width-20" : max <= 200 ? "govuk-!-width-two-thirds" : undefined;

/** Every field of a row: those that are wrong, that say something or that are needed first. */
export function NoticeFields({ values, problems }: { values: RowValues; problems: Problems | undefined }) {
  const isShown = ({ name }: PoliceField) =>
    always.includes(name) || (values[name] ?? "") !== "" || problems?.fields[name] !== undefined;
  const one = ({ name, label, long, max }: PoliceField) => {
    const field = {
      name,
      label,
      hint: hints[name],
      value: values[name] ?? "",
      error: problems?.fields[name],
      autocomplete: "off",
    };
    return long ? (
      <Textarea key={name} {...field} rows={4} />
    ) : (
      <Input key={name} {...field} spellcheck={false} classes={widthOf(max)} />
    );
  };
  const withHeading = (field: PoliceField) => (
    <Fragment key={field.name}>
      {headings[field.name] !== undefined && <h2 className="govuk-heading-m">{headings[field.name]}</h2>}
      {one(field)}
    </Fragment>
  );
  return (
    <>
      {policeFields.filter(isShown).map(withHeading)}
      <Details summary="Everything else that a notice can say">
        {policeFields.filter((field) => !isShown(field)).map(one)}
      </Details>
    </>
  );
}
