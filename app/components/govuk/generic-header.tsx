import type { ReactNode } from "react";

/** The header for services that are not GOV.UK's own: a name, and no crown. */
export function GenericHeader({ href, children }: { href: string; children: ReactNode }) {
  return (
    <div className="govuk-generic-header">
      <div className="govuk-generic-header__container govuk-width-container">
        <div className="govuk-generic-header__logo">
          <a href={href} className="govuk-generic-header__homepage-link">
            {children}
          </a>
        </div>
      </div>
    </div>
  );
}
