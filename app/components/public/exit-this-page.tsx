import { exitWords } from "#domain/wording/at-home";
import { useLanguage, useWords } from "../use-words.ts";

/** Leaves at once for a page that says nothing of us. A link, so that it works before anything else does. */
export function ExitThisPage({ href }: { href: string }) {
  const words = useWords(exitWords);
  const { said } = words;
  // The browser's module knows the English ones.
  const translated =
    useLanguage() === "en"
      ? {}
      : {
          "data-i18n.activated": said.activated,
          "data-i18n.timed-out": said.timedOut,
          "data-i18n.press-two-more-times": said.pressTwoMoreTimes,
          "data-i18n.press-one-more-time": said.pressOneMoreTime,
        };
  return (
    <div className="govuk-exit-this-page" data-module="govuk-exit-this-page" {...translated}>
      <a
        href={href}
        role="button"
        draggable="false"
        rel="nofollow noreferrer"
        data-module="govuk-button"
        className="govuk-button govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
      >
        <span className="govuk-visually-hidden">{words.hidden}</span>
        {words.button}
      </a>
    </div>
  );
}

/** The same for whoever comes with a keyboard or a screen reader: the second thing on the page. */
export function ExitSkipLink({ href }: { href: string }) {
  const words = useWords(exitWords);
  return (
    <a
      href={href}
      rel="nofollow noreferrer"
      data-module="govuk-skip-link"
      className="govuk-skip-link govuk-js-exit-this-page-skiplink"
    >
      {words.button}
    </a>
  );
}
