import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedChange, wrongForm } from "#app/http/refused-change";
import { hubFormWords } from "#domain/hub-forms";
import { answerAskedSchema } from "#domain/records-forms";
import { confirmAsked, withdrawAsked } from "#services/records/confirm";
import { listAsked } from "#services/records/list-asked";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { askedProblem, AskedList } from "../../components/records/asked-list.tsx";
import { RecordsPage } from "../../components/records/records-page.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "records.access");
  const olderThan = new URL(args.request.url).searchParams.get("before");
  const list = await handled(() => listAsked(context, actor, { kinds: ["access-export"], olderThan }));
  return { title: "Requests for data", me: meOf(actor), ...list };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "records.access");
  const fields = ["id", "do"];
  const form = parseForm(await readForm(args.request), {
    schema: answerAskedSchema,
    fields,
    words: hubFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const run = form.value.do === "confirm" ? confirmAsked : withdrawAsked;
  const refused = await refusedChange(() => run(context, actor, form.value.id), form.typed);
  return refused ?? seeOther(href("records.access"));
}

export default function AccessPage() {
  const { me, rows, olderThan } = useLoaderData<typeof loader>();
  const problem = askedProblem(useActionData<typeof action>());
  return (
    <RecordsPage me={me} current="records.access">
      <FormProblems problems={problem?.problems} />
      <h1 className="govuk-heading-l">Requests for data</h1>
      <p className="govuk-body">
        Somebody who asks what is held about them is given a file. To begin, find a contact about them under{" "}
        <a className="govuk-link" href={href("records.asked")}>
          Second person
        </a>
        . One person prepares it, another one releases it.
      </p>
      {rows.length === 0 ? (
        <p className="govuk-body">Nobody has asked.</p>
      ) : (
        <AskedList rows={rows} action={href("records.access")} problem={problem} />
      )}
      {olderThan !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={href("records.access", {}, { before: olderThan })}>
            Older
          </a>
        </p>
      )}
    </RecordsPage>
  );
}
