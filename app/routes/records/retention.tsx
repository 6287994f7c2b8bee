import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedChange, wrongForm } from "#app/http/refused-change";
import { keptWords } from "#domain/erasure";
import { hubFormWords } from "#domain/hub-forms";
import { outcomes, outcomeShort } from "#domain/outcome";
import { reasonOnlySchema } from "#domain/records-forms";
import { formatReference } from "#domain/reference";
import { settingSources } from "#domain/setting-sources";
import { localDate, longDate } from "#domain/time-words";
import { askForRun, previewRetention } from "#services/records/retention";
import { Details } from "../../components/govuk/details.tsx";
import { InsetText } from "../../components/govuk/inset-text.tsx";
import { ReasonForm } from "../../components/hub/reason-form.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { RecordsPage } from "../../components/records/records-page.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "records.retention");
  const { searchParams } = new URL(args.request.url);
  const page = Number(/^[1-9]\d{0,4}$/.exec(searchParams.get("page") ?? "")?.[0] ?? 1);
  const { retention, ...local } = context.settings;
  return {
    title: "Past its time",
    me: meOf(actor),
    preview: await handled(() => previewRetention(context, actor, { page })),
    rules: outcomes.map((outcome) => ({ outcome: outcomeShort(outcome, local), ...retention[outcome] })),
    source: settingSources.retention.source,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "records.retention");
  const form = parseForm(await readForm(args.request), {
    schema: reasonOnlySchema,
    fields: ["reason"],
    words: hubFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const refused = await refusedChange(() => askForRun(context, actor, form.value.reason), form.typed);
  return refused ?? seeOther(href("records.asked"));
}

const counted = (n: number) => `${n} ${n === 1 ? "contact" : "contacts"}`;

export default function RetentionPage() {
  const { me, preview, rules, source } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again && "problems" in again ? again.problems : undefined;
  const { rows, page, pages, due, toErase, kept, oldest, running } = preview;
  return (
    <RecordsPage me={me} current="records.retention">
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Past its time</h1>
      <Details summary="How long contacts are kept">
        <ul className="govuk-list govuk-list--bullet">
          {rules.map(({ outcome, years, from }) => (
            <li key={outcome}>
              {from === "birth"
                ? `${outcome}: until the child is ${years}`
                : `${outcome}: ${years} years after the last work on it ended`}
            </li>
          ))}
        </ul>
        <p className="govuk-body">{`The longest of a contact's children counts. Source: ${source}.`}</p>
      </Details>
      {running !== null && (
        <InsetText>{`A run of ${counted(running.asked)} was asked for; ${running.done} are done.`}</InsetText>
      )}
      {due === 0 ? (
        <p className="govuk-body">Nothing is past its time.</p>
      ) : (
        <>
          <p className="govuk-body">
            {`Past the time for which it is kept: ${counted(due)}. A run would erase ${toErase}.`}
            {oldest !== null && ` The oldest was received on ${longDate(localDate(oldest))}.`}
          </p>
          {kept.length > 0 && (
            <>
              <h2 className="govuk-heading-m">What a run would leave</h2>
              <ul className="govuk-list govuk-list--bullet">
                {kept.map(({ because, count }) => (
                  <li key={because}>{`${keptWords[because]}: ${count}`}</li>
                ))}
              </ul>
            </>
          )}
          <h2 className="govuk-heading-m">Each of them</h2>
          <ul className="govuk-list">
            {rows.map(({ reference, dueOn, kept: because }) => (
              <li key={reference}>
                <a className="govuk-link" href={href("records.contact", { reference })}>
                  {formatReference(reference)}
                </a>
                {`, past since ${longDate(dueOn)}. ${because.map((one) => keptWords[one]).join(". ")}`}
              </li>
            ))}
          </ul>
          {pages > 1 && (
            <nav aria-label="Pages of the list" className="app-pages">
              {page > 1 && (
                <a
                  className="govuk-link"
                  href={href("records.retention", {}, { page: `${page - 1}` })}
                  rel="prev"
                >
                  Before
                </a>
              )}
              <span>{`Page ${page} of ${pages}`}</span>
              {page < pages && (
                <a
                  className="govuk-link"
                  href={href("records.retention", {}, { page: `${page + 1}` })}
                  rel="next"
                >
                  After
                </a>
              )}
            </nav>
          )}
          {toErase > 0 && running === null && (
            <>
              <h2 className="govuk-heading-m">Ask for a run</h2>
              <p className="govuk-body">
                Another records officer confirms it within three days. It erases the list as it is now, at
                most 5,000 at a time, and looks at each again first. It cannot be undone.
              </p>
              <ReasonForm
                action={href("records.retention")}
                label="Why now, in one line"
                button="Ask for them to be erased"
                typed={again?.typed}
                problems={problems}
              />
            </>
          )}
        </>
      )}
    </RecordsPage>
  );
}
