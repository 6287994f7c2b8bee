import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { ErrorMessage } from "./error-message.tsx";
import { Hint } from "./hint.tsx";

/** What every kind of field can carry around itself. */
export type AroundField = {
  hint?: ReactNode;
  error?: ReactNode;
  /** Ids of other elements that describe the field, before its own hint and error. */
  describedBy?: string | undefined;
  groupClasses?: string | undefined;
};

/** The ids that a field is described by: what was given, its hint, its error. */
export const describedBy = (
  id: string,
  { hint, error, describedBy: given }: AroundField,
): string | undefined =>
  classNames(given, hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`) || undefined;

/** A field's hint and error, in the order in which they are read. */
export function HintAndError({ id, hint, error }: { id: string } & AroundField) {
  return (
    <>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error !== undefined && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
    </>
  );
}

type FormGroupProps = {
  children: ReactNode;
  hasError: boolean;
  classes?: string | undefined;
  attributes?: Record<`data-${string}`, string | number | undefined>;
};

export function FormGroup({ children, hasError, classes, attributes }: FormGroupProps) {
  return (
    <div
      className={classNames("govuk-form-group", hasError && "govuk-form-group--error", classes)}
      {...attributes}
    >
      {children}
    </div>
  );
}
