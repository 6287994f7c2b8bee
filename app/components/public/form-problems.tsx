import { siteWords } from "#domain/wording/site";
import type { Problems } from "../../http/form.ts";
import { ErrorSummary } from "../govuk/error-summary.tsx";

/** What is wrong with a form, at the top of its page; nothing when nothing is. */
export function FormProblems({ problems }: { problems: Problems | null | undefined }) {
  if (problems === null || problems === undefined || problems.summary.length === 0) return null;
  return <ErrorSummary title={siteWords.en.errorSummary} errors={problems.summary} />;
}
