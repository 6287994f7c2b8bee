import { senderWords } from "#domain/wording/sender";
import { siteWords } from "#domain/wording/site";
import { href } from "../href.ts";
import { useSite } from "./frame/use-site.ts";
import { GenericHeader } from "./govuk/generic-header.tsx";
import { SkipLink } from "./govuk/skip-link.tsx";
import { useWords } from "./use-words.ts";

/** Where a form was that this browser left: whoever presses Back is not told what it was. */
export function NotHerePage({ forms }: { forms: boolean }) {
  const { authority } = useSite();
  const { plain, skip } = useWords(siteWords);
  const { track } = useWords(senderWords);
  return (
    <>
      <SkipLink href="#main-content">{skip}</SkipLink>
      <header className="govuk-template__header">
        <GenericHeader href={href("landing")}>{authority}</GenericHeader>
      </header>
      <div className="govuk-width-container">
        <main className="govuk-main-wrapper" id="main-content">
          <h1 className="govuk-heading-l">{plain.notHere}</h1>
          <p className="govuk-body">{plain.notHereText}</p>
          {forms && (
            <p className="govuk-body">
              <a className="govuk-link" href={href("track.home")}>
                {track.title}
              </a>
            </p>
          )}
          <p className="govuk-body">
            <a className="govuk-link" href={href("landing")}>
              {plain.again}
            </a>
          </p>
        </main>
      </div>
    </>
  );
}
