import { fieldOf } from "#domain/questions/answers";
import type { Field } from "#domain/questions/question";
import { filled } from "#domain/wording/site";
import { momentWords } from "#domain/wording/moments";
import { answerWords } from "#domain/wording/answers";
import { CharacterCount } from "../govuk/character-count.tsx";
import { labelClasses, labelText, textsFor, type Asked } from "./asked.tsx";
import { useWords } from "../use-words.ts";

/** The count appears when three quarters of the room are used; before that it would only hurry people. */
const countFrom = 75;

export function LongTextField({
  field,
  asked,
}: {
  field: Extract<Field, { kind: "textarea" }>;
  asked: Asked;
}) {
  const { label, hint } = textsFor(asked, field.name);
  const words = useWords(answerWords);
  const { number } = useWords(momentWords);
  return (
    <CharacterCount
      name={field.name}
      label={labelText(asked, label)}
      labelClasses={labelClasses(asked, "label")}
      isPageHeading={asked.isPageHeading}
      hint={hint}
      error={asked.problems[field.name]}
      rows={field.rows}
      value={fieldOf(asked.typed, field.name)}
      autocomplete="off"
      maxlength={field.max}
      threshold={countFrom}
      limitText={filled(words.limit, { max: number(field.max) })}
    />
  );
}
