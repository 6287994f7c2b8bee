import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm, typedIn } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { entered } from "#app/http/refused-entry";
import { problemsFrom } from "#app/http/refused-change";
import { policeFields } from "#domain/police/fields";
import { inWords, type RowValues } from "#domain/police/notice";
import { mendRow, readRow } from "#services/police/mend-row";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { NoticeFields } from "../../components/police/notice-fields.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "police.row");
  const row = await handled(() => readRow(context, actor, params["id"] ?? "", params["row"] ?? ""));
  return { title: "A row to put right", me: meOf(actor), row };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "police.row");
  const [id, rowId] = [params["id"] ?? "", params["row"] ?? ""];
  await handled(() => readRow(context, actor, id, rowId));
  const typed = typedIn(await readForm(args.request), {
    fields: policeFields.map(({ name }) => name),
  }) as RowValues;
  return entered(async () => {
    await mendRow(context, actor, { id, rowId, typed });
    return seeOther(href("police.batch", { id }));
  }, typed);
}

export default function RowPage() {
  const { me, row } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const found = problemsFrom(inWords(row.problems));
  const problems = again?.problems ?? (row.sent ? undefined : found);
  return (
    <StaffPage
      me={me}
      section="partner.home"
      back={{ href: href("police.batch", { id: row.batchId }), text: "The file" }}
    >
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">{`Row ${row.number}`}</h1>
      {row.sent ? (
        <p className="govuk-body">
          This row was sent. To add something, send it again under the same reference.
        </p>
      ) : (
        <form method="post" action={href("police.row", { id: row.batchId, row: row.id })} noValidate>
          <NoticeFields values={(again?.typed as RowValues | undefined) ?? row.values} problems={problems} />
          <Button preventDoubleClick>Save</Button>
        </form>
      )}
    </StaffPage>
  );
}
