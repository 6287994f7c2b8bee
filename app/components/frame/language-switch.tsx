import { useContext } from "react";
import { languageFacts } from "#domain/language";
import { siteWords } from "#domain/wording/site";
import { languageButton } from "../../http/language-button.ts";
import { PageContext } from "../../page-context.ts";
import { useWords } from "../use-words.ts";

/** The form of a page that has one to fill in: what is typed in it goes along into the other language. */
export const pageForm = "page-form";

/**
 * The languages that this page can be read in, each named in itself; nothing while there is one. Buttons and no links:
 * what was typed would be lost on the way, and a browser that loads links ahead would change the language.
 */
export function LanguageSwitch({ form }: { form: boolean }) {
  const { language, offered } = useContext(PageContext);
  const { languages } = useWords(siteWords);
  if (offered.length < 2) return null;
  const list = (
    <ul className="govuk-language-navigation__list">
      {offered.map((one) => {
        const { own, direction } = languageFacts[one];
        const named = { lang: one, dir: direction };
        return (
          <li className="govuk-language-navigation__list-item" key={one}>
            {one === language ? (
              <span className="govuk-language-navigation__text" aria-current="true" {...named}>
                {own}
              </span>
            ) : (
              <button
                {...{ type: "submit", name: languageButton, value: one, className: "app-button-link" }}
                {...named}
                // A file that was chosen cannot come back into its box, so it is not sent for this.
                {...(form && { form: pageForm, formEncType: "application/x-www-form-urlencoded" })}
              >
                {own}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
  return (
    <nav aria-label={languages} className="govuk-language-navigation app-languages">
      {/* Enter in a field presses the first button of its form, which must not be a language. */}
      {form && (
        <button type="submit" form={pageForm} className="govuk-visually-hidden" tabIndex={-1} aria-hidden />
      )}
      {form ? list : <form method="post">{list}</form>}
    </nav>
  );
}
