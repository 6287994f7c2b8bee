import { z } from "zod";

/** Put where a character stood that cannot be kept, so that its writer can find the place. */
const replacementCharacter = "\uFFFD";

// The C0 controls but tab, line feed and carriage return: PostgreSQL refuses NUL, and no keyboard types the others.
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

/**
 * Text as it came from a form, made safe to keep and to show again: half characters become the replacement character
 * (they have no UTF-8 form) and line ends become one kind, because browsers send CRLF for what was typed as LF.
 */
export const cleanTyped = (value: string): string =>
  value.replace(/\p{Surrogate}/gu, replacementCharacter).replace(/\r\n?/g, "\n");

/** What is shown again after text was refused for a control character: the place is marked. */
export const markControls = (value: string): string => value.replace(controls, replacementCharacter);

/** Messages that any text field can have; their words name the field and the limit. */
export const textMessages = { tooLong: "too-long", control: "control" } as const;

/**
 * A text field, with the key of the message for an empty one when it must not be. Spaces at both ends do not count; a
 * length is counted in characters as a reader counts them (code points), not in UTF-16 units.
 */
export function typedText(max: number, required?: string) {
  return z
    .string()
    .default("")
    .transform((value) => cleanTyped(value).trim())
    .superRefine((value, problems) => {
      const refuse = (message: string) => problems.addIssue({ code: "custom", message });
      if (value === "" && required !== undefined) refuse(required);
      else if (value.search(controls) !== -1) refuse(textMessages.control);
      // Most text is short: the exact count is only taken when the cheap upper bound is over the limit.
      else if (value.length > max && [...value].length > max) refuse(textMessages.tooLong);
    });
}

/** Text that may be left out: null when it was. */
export const optionalText = (max: number) =>
  typedText(max).transform((value) => (value === "" ? null : value));
