import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { describedBy, FormGroup, HintAndError, type AroundField } from "./form-group.tsx";
import { Label } from "./label.tsx";

type PasswordInputProps = AroundField & {
  name: string;
  label: ReactNode;
  /** What the button says; without scripts there is no button. */
  show: string;
  showLabel: string;
  id?: string | undefined;
  labelClasses?: string | undefined;
  isPageHeading?: boolean | undefined;
  classes?: string | undefined;
  autocomplete?: "current-password" | "new-password" | undefined;
};

/** A password field whose content can be shown. What was typed never comes back from the server. */
export function PasswordInput({ name, label, id = name, autocomplete, ...input }: PasswordInputProps) {
  const hasError = input.error !== undefined;
  return (
    <FormGroup
      hasError={hasError}
      classes={classNames("govuk-password-input", input.groupClasses)}
      attributes={{ "data-module": "govuk-password-input" }}
    >
      <Label htmlFor={id} classes={input.labelClasses} isPageHeading={input.isPageHeading}>
        {label}
      </Label>
      <HintAndError id={id} hint={input.hint} error={input.error} />
      <div className="govuk-input__wrapper govuk-password-input__wrapper">
        <input
          className={classNames(
            "govuk-input govuk-password-input__input govuk-js-password-input-input",
            input.classes,
            hasError && "govuk-input--error",
          )}
          id={id}
          name={name}
          type="password"
          spellCheck={false}
          aria-describedby={describedBy(id, input)}
          autoComplete={autocomplete ?? "current-password"}
          autoCapitalize="none"
        />
        <button
          type="button"
          className="govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
          data-module="govuk-button"
          aria-controls={id}
          aria-label={input.showLabel}
          hidden
        >
          {input.show}
        </button>
      </div>
    </FormGroup>
  );
}
