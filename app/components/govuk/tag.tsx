import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type TagColour =
  "grey" | "green" | "teal" | "blue" | "purple" | "magenta" | "red" | "orange" | "yellow";

/** The words carry the meaning; the colour only repeats it. */
export function Tag({ children, colour }: { children: ReactNode; colour?: TagColour | undefined }) {
  return <strong className={classNames("govuk-tag", colour && `govuk-tag--${colour}`)}>{children}</strong>;
}
