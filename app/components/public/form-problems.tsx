import { siteWords } from "#domain/wording/site";
import type { Problems } from "../../http/form.ts";
import { ErrorSummary } from "../govuk/error-summary.tsx";
import { useWords } from "../use-words.ts";

/** What is wrong with a form, at the top of its page; nothing when nothing is. */
export function FormProblems({ problems }: { problems: Problems | null | undefined }) {
  const { errorSummary } = useWords(siteWords);
  if (problems === null || problems === undefined || problems.summary.length === 0) return null;
  return <ErrorSummary title={errorSummary} errors={problems.summary} />;
}
