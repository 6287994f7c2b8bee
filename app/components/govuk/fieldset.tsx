import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type Legend = { text: ReactNode; classes?: string | undefined; isPageHeading?: boolean | undefined };

type FieldsetProps = {
  children?: ReactNode;
  legend?: Legend | undefined;
  classes?: string | undefined;
  describedBy?: string | undefined;
  role?: string | undefined;
};

export function Fieldset({ children, legend, classes, describedBy, role }: FieldsetProps) {
  return (
    <fieldset className={classNames("govuk-fieldset", classes)} role={role} aria-describedby={describedBy}>
      {legend !== undefined && (
        <legend className={classNames("govuk-fieldset__legend", legend.classes)}>
          {legend.isPageHeading === true ? (
            <h1 className="govuk-fieldset__heading">{legend.text}</h1>
          ) : (
            legend.text
          )}
        </legend>
      )}
      {children}
    </fieldset>
  );
}
