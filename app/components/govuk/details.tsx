import type { ReactNode } from "react";

type DetailsProps = {
  summary: ReactNode;
  children: ReactNode;
  id?: string | undefined;
  open?: boolean | undefined;
};

export function Details({ summary, children, id, open }: DetailsProps) {
  return (
    <details id={id} className="govuk-details" open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
