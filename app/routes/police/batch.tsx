import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { entered, wrongEntry } from "#app/http/refused-entry";
import { sendSchema } from "#domain/police/forms";
import { batchDaysKept } from "#domain/police/limits";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import { readBatch } from "#services/police/read-batch";
import { sendBatch } from "#services/police/send-batch";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { BatchCounts } from "../../components/police/batch-counts.tsx";
import { SendNotices } from "../../components/police/send-notices.tsx";
import { SentRows } from "../../components/police/sent-rows.tsx";
import { WrongRows } from "../../components/police/wrong-rows.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "police.batch");
  const batch = await handled(() => readBatch(context, actor, params["id"] ?? ""));
  if (!batch.columnsKnown) throw seeOther(href("police.columns", { id: batch.id }));
  return { title: "A file of notices", me: meOf(actor), ...batch };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "police.batch");
  const id = params["id"] ?? "";
  await handled(() => readBatch(context, actor, id));
  const form = parseForm(await readForm(args.request), { schema: sendSchema, fields: ["declared"] });
  if (!form.ok) return wrongEntry(form.problems, form.typed);
  return entered(async () => {
    await sendBatch(context, actor, id);
    return seeOther(href("police.batch", { id }));
  }, form.typed);
}

const isSent = ({ state }: { state: string }) => state === "sent" || state === "added";

export default function BatchPage() {
  const { me, id, reference, receivedAt, rows, children, elsewhere, families, leftOut, sentAt } =
    useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const sent = rows.filter(isSent);
  const wrong = rows.filter(({ state }) => state === "wrong");
  const ready = rows.filter(({ state }) => state === "ready" || state === "again");
  return (
    <StaffPage me={me} section="partner.home" back={{ href: href("police.home"), text: "Police notices" }}>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">{`File ${formatReference(reference)}`}</h1>
      {sent.length > 0 && (
        <p className="govuk-body-l">
          {`${sent.length} sent${wrong.length === 0 ? "" : `, ${wrong.length} to put right`}. `}
          <a className="govuk-link" href={href("police.receipt", { id })} download>
            Download the receipt (CSV)
          </a>
        </p>
      )}
      <p className="govuk-body">
        {`It reached us ${dayAndTime(receivedAt)}. Our time to decide counts from then, for every notice in it. Its rows are kept here for ${batchDaysKept} days.`}
      </p>
      {rows.length === 0 && (
        <p className="govuk-body">Its rows are no longer kept. The hub has what was sent.</p>
      )}
      {rows.length > 0 && (
        <BatchCounts {...{ id, rows, children, elsewhere, families, leftOut, sent: sentAt !== null }} />
      )}
      {wrong.length > 0 && <WrongRows batchId={id} rows={wrong} />}
      {ready.length > 0 && (
        <SendNotices
          action={href("police.batch", { id })}
          ready={ready.length}
          wrong={wrong.length}
          error={again?.problems.fields["declared"]}
        />
      )}
      {sent.length > 0 && <SentRows rows={sent} />}
    </StaffPage>
  );
}
