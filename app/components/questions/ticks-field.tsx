import { ticksOf } from "#domain/questions/answers";
import type { Field } from "#domain/questions/question";
import { answerWords } from "#domain/wording/answers";
import { Checkboxes } from "../govuk/checkboxes.tsx";
import { labelClasses, labelText, textsFor, type Asked } from "./asked.tsx";
import { useWords } from "../use-words.ts";

/** Any of several. A single box needs no heading of its own: its label says all. */
export function TicksField({
  field,
  asked,
}: {
  field: Extract<Field, { kind: "checkboxes" }>;
  asked: Asked;
}) {
  const { label, hint, options = {}, optionHints = {} } = textsFor(asked, field.name);
  const words = useWords(answerWords);
  const items = field.options.map((option) => ({
    value: option,
    text: options[option] ?? option,
    hint: optionHints[option],
    exclusive: option === field.exclusive,
  }));
  const alone = field.options.length === 1;
  const last = items.at(-1);
  const parted =
    field.exclusive !== undefined && last !== undefined
      ? [...items.slice(0, -1), { divider: words.or }, last]
      : items;
  return (
    <Checkboxes
      name={field.name}
      legend={
        alone
          ? undefined
          : {
              text: labelText(asked, label),
              classes: labelClasses(asked, "fieldset__legend"),
              isPageHeading: asked.isPageHeading,
            }
      }
      classes={alone ? "govuk-checkboxes--small" : undefined}
      hint={hint}
      error={asked.problems[field.name]}
      values={ticksOf(asked.typed, field.name)}
      items={parted}
    />
  );
}
