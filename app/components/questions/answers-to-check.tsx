import { reportWords } from "#domain/wording/report";
import type { AnswerCard } from "../../http/answer-cards.ts";
import { Details } from "../govuk/details.tsx";
import { SummaryList } from "../govuk/summary-list.tsx";

/** The answers by page, each with a link to change it. What was left empty says so, and no question is said twice. */
export function AnswersToCheck({ cards }: { cards: readonly AnswerCard[] }) {
  return cards.map(({ title, change, rows, masked }) => (
    <SummaryList
      key={change}
      card={{ title, actions: [{ href: change, text: reportWords.en.check.change }] }}
      rows={rows.map(({ label, value }) => ({
        key: label === title ? reportWords.en.check.answer : label,
        value: masked ? (
          <Details summary={reportWords.en.check.masked}>{value}</Details>
        ) : (
          <span className="app-written">{value}</span>
        ),
      }))}
    />
  ));
}
