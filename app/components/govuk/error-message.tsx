import type { ReactNode } from "react";
import { siteWords } from "#domain/wording/site";
import { classNames } from "./class-names.ts";
import { useWords } from "../use-words.ts";

type ErrorMessageProps = {
  children: ReactNode;
  id?: string | undefined;
  classes?: string | undefined;
  /** Said before the message to those who cannot see that it is one. "" leaves it out. */
  visuallyHiddenText?: string | undefined;
};

export function ErrorMessage({ children, id, classes, visuallyHiddenText }: ErrorMessageProps) {
  const { error } = useWords(siteWords);
  const before = visuallyHiddenText ?? error;
  return (
    <p id={id} className={classNames("govuk-error-message", classes)}>
      {before !== "" && <span className="govuk-visually-hidden">{`${before}:`}</span>} {children}
    </p>
  );
}
