import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type HintProps = { children: ReactNode; id?: string | undefined; classes?: string | undefined };

export function Hint({ children, id, classes }: HintProps) {
  return (
    <div id={id} className={classNames("govuk-hint", classes)}>
      {children}
    </div>
  );
}
