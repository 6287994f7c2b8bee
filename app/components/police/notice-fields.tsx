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

/** Every field of a row: those that are wrong, that say something or that are needed first. */
export function NoticeFields({ values, problems }: { values: RowValues; problems: Problems | undefined }) {
  const isShown = ({ name }: PoliceField) =>
    always.includes(name) || (values[name] ?? "") !== "" || problems?.fields[name] !== undefined;
  const one = ({ name, label, long }: PoliceField) => {
    const field = {
      name,
      label,
      value: values[name] ?? "",
      error: problems?.fields[name],
      autocomplete: "off",
    };
    return long ? (
      <Textarea key={name} {...field} rows={4} />
    ) : (
      <Input key={name} {...field} spellcheck={false} />
    );
  };
  return (
    <>
      {policeFields.filter(isShown).map(one)}
      <Details summary="Everything else that a notice can say">
        {policeFields.filter((field) => !isShown(field)).map(one)}
      </Details>
    </>
  );
}
