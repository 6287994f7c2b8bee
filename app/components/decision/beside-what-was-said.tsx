import type { ReactNode } from "react";
import type { Settings } from "#domain/settings";
import type { FormPage } from "#services/decisions/read-form-page";
import { ThresholdGuide } from "./threshold-guide.tsx";
import { WhatWasSaid } from "../hub/what-was-said.tsx";

/** A form with what was sent beside it, so that nobody writes from memory. On a narrow screen the form comes first. */
export function BesideWhatWasSaid({
  page,
  levels,
  children,
}: {
  page: FormPage;
  levels: Settings["levels"];
  children: ReactNode;
}) {
  return (
    <div className="app-beside">
      <div className="app-beside__form">{children}</div>
      <aside className="app-beside__said" aria-label="What was sent">
        <ThresholdGuide levels={levels} />
        <WhatWasSaid facts={page.facts} reference={page.head.reference} writing />
      </aside>
    </div>
  );
}
