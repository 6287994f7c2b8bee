import { z } from "zod";

/** Put where a character stood that cannot be kept, so that its writer can find the place. */
export const replacementCharacter = "\uFFFD";

// The C0 controls but tab, line feed and carriage return: PostgreSQL refuses NUL, and no keyboard types the others.
// eslint-disable-next-line no-control-regex -- these are the characters that are looked for
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

/**
 * Text as it came from a form, made safe to keep and to show again: half characters become the replacement character
 * (they have no UTF-8 form) and line ends become one kind, because browsers send CRLF for what was typed as LF.
 */
export const cleanTyped = (value: string): string =>
  value.replace(/\p{Surrogate}/gu, replacementCharacter).replace(/\r\n?/g, "\n");

/** What is shown again after text was refused for a control character: the place is marked. */
export const markControls = (value: string): string => value.replace(controls, replacementCharacter);

export type TextRules = { max: number; required?: string; tooLong: string; control: string };

/**
 * A text field. Messages are keys of the question's texts. Spaces at both ends do not count; a length is counted in
 * characters as a reader counts them (code points), not in UTF-16 units.
 */
export function typedText({ max, required, tooLong, control }: TextRules) {
  return z
    .string()
    .default("")
    .transform((value) => cleanTyped(value).trim())
    .superRefine((value, problems) => {
      if (value === "" && required !== undefined) problems.addIssue({ code: "custom", message: required });
      else if (value.search(controls) !== -1) problems.addIssue({ code: "custom", message: control });
      // Most text is short: the exact count is only taken when the cheap upper bound is over the limit.
      else if (value.length > max && [...value].length > max) {
        problems.addIssue({ code: "custom", message: tooLong });
      }
    });
}
