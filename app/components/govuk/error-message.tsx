import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type ErrorMessageProps = {
  children: ReactNode;
  id?: string | undefined;
  classes?: string | undefined;
  /** Said before the message to those who cannot see that it is one. "" leaves it out. */
  visuallyHiddenText?: string | undefined;
};

export function ErrorMessage({ children, id, classes, visuallyHiddenText = "Error" }: ErrorMessageProps) {
  return (
    <p id={id} className={classNames("govuk-error-message", classes)}>
      {visuallyHiddenText !== "" && <span className="govuk-visually-hidden">{`${visuallyHiddenText}:`}</span>}{" "}
      {children}
    </p>
  );
}
