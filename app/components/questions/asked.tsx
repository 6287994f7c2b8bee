import type { ReactNode } from "react";
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
  /** Names of organisations that are offered where one is asked for. */
  organisations: readonly string[];
  /** The only field of its page, and nothing stands between it and the title: its label is the h1. */
  isPageHeading: boolean;
  /** The only field of its page, under a title that stands apart: the label is there to be heard. */
  isLabelHidden: boolean;
};

export const textsFor = ({ texts }: Asked, name: string): FieldTexts => texts.fields[name] ?? {};

/** How a label or a legend looks: the page's h1, or one of several. */
export const labelClasses = (asked: Asked, kind: "label" | "fieldset__legend"): string | undefined =>
  asked.isLabelHidden ? undefined : `govuk-${kind}--${asked.isPageHeading ? "l" : "s"}`;

/**
 * The words of a label or a legend. Where they are only to be heard, the words are hidden and not the legend: a hidden
 * legend keeps the width of its words, and pushes a narrow page sideways.
 */
export const labelText = (asked: Asked, label: string | undefined): ReactNode => {
  const text = label ?? asked.title;
  return asked.isLabelHidden ? <span className="govuk-visually-hidden">{text}</span> : text;
};
