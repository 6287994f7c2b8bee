import type { ReactNode } from "react";

type ErrorSummaryProps = {
  title: ReactNode;
  description?: ReactNode;
  /** One line a problem; `href` leads to the field. */
  errors: readonly { href?: string | undefined; text: ReactNode }[];
};

export function ErrorSummary({ title, description, errors }: ErrorSummaryProps) {
  return (
    <div className="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {description !== undefined && <p>{description}</p>}
          {errors.length > 0 && (
            <ul className="govuk-list govuk-error-summary__list">
              {errors.map(({ href, text }, index) => (
                <li key={index}>{href === undefined ? text : <a href={href}>{text}</a>}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
