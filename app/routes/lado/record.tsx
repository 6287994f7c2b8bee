import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedChange, wrongForm } from "#app/http/refused-change";
import { ladoFindingWords, ladoFormWords, ladoTestWords, workLadoSchema } from "#domain/lado";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import { readLado } from "#services/lado/read-lado";
import { workLado } from "#services/lado/work-lado";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { SummaryList } from "../../components/govuk/summary-list.tsx";
import { LadoWork } from "../../components/lado/lado-work.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "lado.record");
  const record = await handled(() => readLado(context, actor, params["id"] ?? ""));
  return { title: "A record of the designated officer", me: meOf(actor), record };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "lado.record");
  const id = params["id"] ?? "";
  const form = parseForm(await readForm(args.request), {
    schema: workLadoSchema,
    fields: ["what", "note", "finding"],
    words: ladoFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const refused = await refusedChange(() => workLado(context, actor, { id, ...form.value }), form.typed);
  return refused ?? seeOther(href("lado.record", { id }));
}

export default function LadoRecordPage() {
  const { me, record } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again && "problems" in again ? again.problems : undefined;
  const row = (key: string, value: string) => ({ key, value: <span className="app-written">{value}</span> });
  return (
    <StaffPage me={me} section="lado.list" back={{ href: href("lado.list"), text: "Back to the records" }}>
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">{record.name}</h1>
      <SummaryList
        rows={[
          row("What they do with children", record.work),
          row("Where", record.employer === "" ? "Not known" : record.employer),
          row("Which it may be", record.tests.map((test) => ladoTestWords[test]).join(". ")),
          row("The worry", record.worry),
          row("Beside the contact", formatReference(record.reference)),
          row("Opened", `${dayAndTime(record.openedAt)} by ${record.openedBy}`),
          row(
            "Taken up",
            record.acknowledgedAt === null
              ? `Not yet; due by ${dayAndTime(record.dueAt)}`
              : dayAndTime(record.acknowledgedAt),
          ),
          ...(record.finding === null ? [] : [row("Found", ladoFindingWords[record.finding])]),
        ]}
      />
      <h2 className="govuk-heading-m">What was done</h2>
      {record.notes.length === 0 && <p className="govuk-body">Nothing has been written yet.</p>}
      {record.notes.map(({ id, by, at, text }) => (
        <section key={id} aria-label={`Note of ${dayAndTime(at)}`}>
          <p className="govuk-body govuk-!-margin-bottom-1">
            <strong>{`${by}, ${dayAndTime(at)}`}</strong>
          </p>
          <p className="govuk-body app-written">{text}</p>
        </section>
      ))}
      {record.closedAt === null && (
        <LadoWork
          id={record.id}
          takenUp={record.acknowledgedAt !== null}
          typed={again?.typed}
          problems={problems}
        />
      )}
    </StaffPage>
  );
}
