import type { Answer } from "#domain/questions/answers";
import type { FieldTexts, QuestionTexts } from "#domain/questions/question";

/** What a field needs to draw itself. */
export type Asked = {
  texts: QuestionTexts;
  /** The page's title as it is put here; the label of a page's only field. */
  title: string;
  typed: Answer;
  /** Words of what is wrong, by field name. */
  problems: Readonly<Record<string, string>>;
  /** The only field of its page, and nothing stands between it and the title: its label is the h1. */
  isPageHeading: boolean;
  /** The only field of its page, under a title that stands apart: the label is there to be heard. */
  isLabelHidden: boolean;
};

export const textsFor = ({ texts }: Asked, name: string): FieldTexts => texts.fields[name] ?? {};

/** How a label or a legend looks: the page's h1, hidden, or one of several. */
export function labelClasses(asked: Asked, kind: "label" | "fieldset__legend"): string {
  const size = asked.isPageHeading ? "l" : "s";
  return asked.isLabelHidden ? "govuk-visually-hidden" : `govuk-${kind}--${size}`;
}
