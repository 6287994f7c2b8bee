import { isRouteErrorResponse, Meta, useMatches, useRouteError } from "@remix-run/react";
import { useContext } from "react";
import { filled, siteWords } from "#domain/wording/site";
import { PageContext } from "../../page-context.ts";
import { problemTitle } from "../problem-page.tsx";
import { useSite } from "./use-site.ts";
import { useWords } from "../use-words.ts";

const titleIn = (data: unknown): string | null =>
  typeof data === "object" && data !== null && "title" in data && typeof data.title === "string"
    ? data.title
    : null;

const isPlain = (data: unknown): boolean =>
  typeof data === "object" && data !== null && "plain" in data && data.plain === true;

/** What was refused says nothing of what it was. */
export const isNeutral = (data: unknown): boolean =>
  typeof data === "object" && data !== null && "neutral" in data && data.neutral === true;

/** Whether it may lead to somebody's own forms. */
export const leadsToForms = (data: unknown): boolean =>
  typeof data === "object" && data !== null && "forms" in data && data.forms === true;

/**
 * The document's title, from `title` in what the page's loader returned. It says "Error:" first when a form is shown
 * again, so that somebody who only hears the title knows. A page without `title` may still export `meta`.
 */
export function PageTitle() {
  const { wrong } = useContext(PageContext);
  const { authority } = useSite();
  const error = useRouteError();
  const data = useMatches().at(-1)?.data;
  const own = titleIn(data);
  const words = useWords(siteWords);
  if (isRouteErrorResponse(error) && isNeutral(error.data))
    return <title>{filled(words.plain.title, { title: words.plain.notHere, authority })}</title>;
  const title = error == null ? own : problemTitle(isRouteErrorResponse(error) ? error.status : 500, words);
  if (title === null) return <Meta />;
  const said = wrong && error == null ? filled(words.errorTitle, { title }) : title;
  return (
    <title>
      {filled(isPlain(data) && error == null ? words.plain.title : words.pageTitle, {
        title: said,
        service: words.service,
        authority,
      })}
    </title>
  );
}
