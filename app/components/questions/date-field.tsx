import { fieldOf } from "#domain/questions/answers";
import { datePartsOf, type Field } from "#domain/questions/question";
import { answerWords } from "#domain/wording/answers";
import { DateInput, type DatePart } from "../govuk/date-input.tsx";
import { labelClasses, labelText, textsFor, type Asked } from "./asked.tsx";
import { useWords } from "../use-words.ts";

const parts: readonly DatePart[] = ["day", "month", "year"];

/** Three boxes; a month may be a word. */
export function DateField({ field, asked }: { field: Extract<Field, { kind: "date" }>; asked: Asked }) {
  const { label, hint } = textsFor(asked, field.name);
  const words = useWords(answerWords);
  const names = datePartsOf(field.name);
  const wrong = parts.filter((_, index) => asked.problems[names[index] ?? ""] !== undefined);
  const [first] = wrong;
  return (
    <DateInput
      id={field.name}
      legend={{
        text: labelText(asked, label),
        classes: labelClasses(asked, "fieldset__legend"),
        isPageHeading: asked.isPageHeading,
      }}
      hint={hint}
      error={first === undefined ? undefined : asked.problems[`${field.name}-${first}`]}
      // A date that does not exist is wrong as a whole; a missing part is wrong by itself.
      wrong={first === "day" ? undefined : wrong}
      values={Object.fromEntries(
        parts.map((part, index) => [part, fieldOf(asked.typed, names[index] ?? "")]),
      )}
      labels={words.date}
      monthMayBeWord
    />
  );
}
