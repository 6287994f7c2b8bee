import { answerWords } from "#domain/wording/answers";
import { classNames } from "./class-names.ts";
import { Hint } from "./hint.tsx";
import { Textarea, type TextareaProps } from "./textarea.tsx";
import { useLanguage, useWords } from "../use-words.ts";

type CharacterCountProps = Omit<TextareaProps, "after" | "groupAttributes" | "describedBy"> & {
  maxlength: number;
  /** Per cent of the limit from which the count shows; without it the count always shows. */
  threshold?: number | undefined;
  /** What says the limit to those without JavaScript. */
  limitText?: string | undefined;
};

export function CharacterCount({ maxlength, threshold, limitText, classes, ...box }: CharacterCountProps) {
  const id = box.id ?? box.name;
  const { count } = useWords(answerWords);
  // The browser's module knows the English ones.
  const said = useLanguage() === "en" ? {} : countWords(count);
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
        ...said,
      }}
      after={
        <Hint id={`${id}-info`} classes="govuk-character-count__message">
          {limitText ?? `You can enter up to ${String(maxlength)} characters`}
        </Hint>
      }
    />
  );
}

const formsOf = (name: string, forms: Readonly<Record<string, string>>) =>
  Object.entries(forms).map(
    ([form, words]) => [`data-i18n.characters-${name}-limit.${form}`, words] as const,
  );

/** The words of the count as govuk-frontend reads them. */
const countWords = ({ under, at, over }: (typeof answerWords)["en"]["count"]) =>
  Object.fromEntries([
    ...formsOf("under", under),
    ["data-i18n.characters-at-limit", at],
    ...formsOf("over", over),
  ]) as Record<`data-${string}`, string>;
