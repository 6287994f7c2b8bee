import { classNames } from "./class-names.ts";
import { Hint } from "./hint.tsx";
import { Textarea, type TextareaProps } from "./textarea.tsx";

type CharacterCountProps = Omit<TextareaProps, "after" | "groupAttributes" | "describedBy"> & {
  maxlength: number;
  /** Per cent of the limit from which the count shows; without it the count always shows. */
  threshold?: number | undefined;
  /** What says the limit to those without JavaScript. */
  limitText?: string | undefined;
};

export function CharacterCount({ maxlength, threshold, limitText, classes, ...box }: CharacterCountProps) {
  const id = box.id ?? box.name;
  return (
    <Textarea
      {...box}
      classes={classNames("govuk-js-character-count", classes)}
      describedBy={`${id}-info`}
      groupClasses={classNames("govuk-character-count", box.groupClasses)}
      groupAttributes={{
        "data-module": "govuk-character-count",
        "data-maxlength": maxlength,
        "data-threshold": threshold,
      }}
      after={
        <Hint id={`${id}-info`} classes="govuk-character-count__message">
          {limitText ?? `You can enter up to ${String(maxlength)} characters`}
        </Hint>
      }
    />
  );
}
