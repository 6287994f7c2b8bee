import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type ButtonProps = {
  children: ReactNode;
  /** A link that looks like a button; it can only lead somewhere, never change anything. */
  href?: string | undefined;
  name?: string | undefined;
  value?: string | undefined;
  classes?: string | undefined;
  /** The form that it sends when it stands outside it. */
  form?: string | undefined;
  /** Where to post instead of the form's own address. */
  formAction?: string | undefined;
  preventDoubleClick?: boolean | undefined;
  isStartButton?: boolean | undefined;
};

const StartIcon = () => (
  <svg
    className="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
);

export function Button({ children, href, classes, isStartButton = false, ...button }: ButtonProps) {
  const className = classNames("govuk-button", classes, isStartButton && "govuk-button--start");
  const content = (
    <>
      {children}
      {isStartButton && <StartIcon />}
    </>
  );
  if (href !== undefined) {
    return (
      <a href={href} role="button" draggable="false" className={className} data-module="govuk-button">
        {content}
      </a>
    );
  }
  return (
    <button
      type="submit"
      value={button.value}
      name={button.name}
      form={button.form}
      formAction={button.formAction}
      data-prevent-double-click={button.preventDoubleClick}
      className={className}
      data-module="govuk-button"
    >
      {content}
    </button>
  );
}
