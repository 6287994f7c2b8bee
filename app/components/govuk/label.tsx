import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type LabelProps = {
  children: ReactNode;
  htmlFor?: string | undefined;
  classes?: string | undefined;
  /** The page's only question: its label is the page's h1. */
  isPageHeading?: boolean | undefined;
};

export function Label({ children, htmlFor, classes, isPageHeading = false }: LabelProps) {
  const label = (
    <label className={classNames("govuk-label", classes)} htmlFor={htmlFor}>
      {children}
    </label>
  );
  return isPageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}
