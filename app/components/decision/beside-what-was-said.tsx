import type { ReactNode } from "react";
import type { FormPage } from "#services/decisions/read-form-page";
import { WhatWasSaid } from "../hub/what-was-said.tsx";

/** A form with what was sent beside it, so that nobody writes from memory. On a narrow screen the form comes first. */
export function BesideWhatWasSaid({ page, children }: { page: FormPage; children: ReactNode }) {
  return (
    <div className="app-beside">
      <div className="app-beside__form">{children}</div>
      <aside className="app-beside__said" aria-label="What was sent">
        <WhatWasSaid facts={page.facts} reference={page.head.reference} writing />
      </aside>
    </div>
  );
}
