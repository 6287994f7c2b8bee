import { siteWords, type SiteWords } from "#domain/wording/site";
import { ContactBlock } from "./frame/contact-block.tsx";
import { PublicPage } from "./frame/public-page.tsx";
import { useSite } from "./frame/use-site.ts";
import { useWords } from "./use-words.ts";

type Known = keyof SiteWords["problem"]["title"];

/** A status that has words of its own; every other one is our fault. */
const known = (status: number): Known => (status in siteWords.en.problem.title ? (status as Known) : 500);

export const problemTitle = (status: number, { problem }: SiteWords): string => problem.title[known(status)];

/** What is shown instead of a page. It never says what went wrong inside, and always how to reach a person. */
export function ProblemPage({ status, said }: { status: number; said?: string | undefined }) {
  const site = useSite();
  const words = useWords(siteWords);
  const { problem } = words;
  return (
    <PublicPage saysContact>
      <h1 className="govuk-heading-l">{problemTitle(status, words)}</h1>
      {said !== undefined && <p className="govuk-body">{said}</p>}
      <p className="govuk-body">{problem.text[known(status)]}</p>
      <p className="govuk-body govuk-!-font-weight-bold">{problem.call}</p>
      <ContactBlock site={site} />
    </PublicPage>
  );
}
