import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { countShown, equalityNames, equalityQuestions } from "#domain/equality";
import { longDate } from "#domain/time-words";
import { equalityWords } from "#domain/wording/equality";
import { readCounts } from "#services/equality/read-counts";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Table } from "../../components/govuk/table.tsx";

const { questions } = equalityWords.en;

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "insight.equality");
  const figures = await handled(() => readCounts(context, actor));
  return { title: "Whom we reach", me: meOf(actor), ...figures };
}

export default function EqualityFiguresPage() {
  const { me, from, to, counts } = useLoaderData<typeof loader>();
  return (
    <StaffPage me={me} section="insight.equality">
      <h1 className="govuk-heading-l">Whom we reach</h1>
      <p className="govuk-body">
        What members of the public and families said about themselves after they had sent a form, from{" "}
        {longDate(from)} to {longDate(to)}. They did not have to answer. Nothing says who they were or what
        they had sent, and this month’s answers are counted once it is over.
      </p>
      {counts.length === 0 && <p className="govuk-body">Nobody answered in these months.</p>}
      {counts.length > 0 &&
        equalityNames.map((name) => {
          const options: Readonly<Record<string, string>> = questions[name].options;
          const countOf = (answer: string) =>
            counts.find((one) => one.question === name && one.answer === answer)?.count ?? 0;
          return (
            <Table
              key={name}
              caption={questions[name].label}
              captionClasses="govuk-table__caption--m"
              firstCellIsHeader
              columns={[{ head: "Answer" }, { head: "How many", numeric: true }]}
              rows={equalityQuestions[name].map((answer) => ({
                key: answer,
                cells: [options[answer] ?? answer, countShown(countOf(answer))],
              }))}
            />
          );
        })}
    </StaffPage>
  );
}
