import { reportWords } from "#domain/wording/report";
import type { AnswerCard } from "../../http/answer-cards.ts";
import { Details } from "../govuk/details.tsx";
import { SummaryList } from "../govuk/summary-list.tsx";
import { useWords } from "../use-words.ts";

/** The answers by page, each with a link to change it. What was left empty says so, and no question is said twice. */
export function AnswersToCheck({ cards }: { cards: readonly AnswerCard[] }) {
  const { check } = useWords(reportWords);
  return cards.map(({ title, change, rows, masked }) => (
    <SummaryList
      key={change}
      card={{ title, actions: [{ href: change, text: check.change }] }}
      rows={rows.map(({ label, value }) => ({
        key: label === title ? check.answer : label,
        value: masked ? (
          <Details summary={check.masked}>{value}</Details>
        ) : (
          <span className="app-written">{value}</span>
        ),
      }))}
    />
  ));
}
