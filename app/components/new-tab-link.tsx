import type { ReactNode } from "react";

/** A link out of a page on which somebody writes: in the same tab it would take what is not sent yet with it. */
export function NewTabLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="govuk-link" href={href} target="_blank" rel="noreferrer noopener">
      {children} (opens in a new tab)
    </a>
  );
}
