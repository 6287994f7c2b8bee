import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type InsetTextProps = { children: ReactNode; id?: string | undefined; classes?: string | undefined };

export function InsetText({ children, id, classes }: InsetTextProps) {
  return (
    <div id={id} className={classNames("govuk-inset-text", classes)}>
      {children}
    </div>
  );
}
