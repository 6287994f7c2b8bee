import { exitWords } from "#domain/wording/at-home";

const words = exitWords.en;

/** Leaves at once for a page that says nothing of us. A link, so that it works before anything else does. */
export function ExitThisPage({ href }: { href: string }) {
  return (
    <div className="govuk-exit-this-page" data-module="govuk-exit-this-page">
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
