import { filled } from "#domain/wording/site";
import type { Reading as Words } from "#domain/wording/help";
import { PublicPage } from "../frame/public-page.tsx";
import { useSite } from "../frame/use-site.ts";

/** A page of plain reading from a catalogue. */
export function Reading({ words }: { words: Words }) {
  const { authority } = useSite();
  return (
    <PublicPage>
      <h1 className="govuk-heading-l">{words.title}</h1>
      {words.parts.map(({ heading, text = [], points = [] }, index) => (
        <section key={index}>
          {heading !== undefined && <h2 className="govuk-heading-m">{heading}</h2>}
          {text.map((paragraph) => (
            <p className="govuk-body" key={paragraph}>
              {filled(paragraph, { authority })}
            </p>
          ))}
          {points.length > 0 && (
            <ul className="govuk-list govuk-list--bullet">
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </PublicPage>
  );
}
