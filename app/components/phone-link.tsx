import { languageFacts } from "#domain/language";
import { useLanguage } from "./use-words.ts";

/**
 * A number that can be read, copied and pressed. It runs from left to right in every language: without saying so, its
 * groups of digits would change places.
 */
export function PhoneLink({ number }: { number: string }) {
  const { direction } = languageFacts[useLanguage()];
  return (
    <a
      dir={direction === "rtl" ? "ltr" : undefined}
      className="govuk-link app-phone"
      href={`tel:${number.replace(/[^\d+]/g, "")}`}
    >
      {number}
    </a>
  );
}
