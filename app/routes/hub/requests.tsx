import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { pageIn } from "#app/http/page-number";
import { turnaroundInWords } from "#domain/agency-turnaround";
import { readTurnaround } from "#services/agencies/read-turnaround";
import { PageLinks } from "../../components/frame/page-links.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { ListTime } from "../../components/hub/list-time.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "hub.requests");
  const read = await handled(() => readTurnaround(context, actor, { page: pageIn(args.request) }));
  return { title: "How agencies answer", me: meOf(actor), ...read };
}

export default function RequestsTurnaroundPage() {
  const { me, asAt, rows, page, pages } = useLoaderData<typeof loader>();
  return (
    <StaffPage me={me} section="hub.duty" back={{ href: href("hub.duty"), text: "Duty" }}>
      <h1 className="govuk-heading-l">How agencies answer</h1>
      <p className="govuk-body">
        Requests of the last four weeks. A wrong agency and a reason for not sharing count as answers.
      </p>
      <ListTime asAt={asAt} refresh={href("hub.requests")} />
      {rows.length === 0 && <p className="govuk-body">No agency was asked in the last four weeks.</p>}
      {rows.length > 0 && (
        <dl className="govuk-summary-list">
          {rows.map((row) => (
            <div className="govuk-summary-list__row" key={row.id}>
              <dt className="govuk-summary-list__key">{row.name}</dt>
              <dd className="govuk-summary-list__value">{turnaroundInWords(row)}</dd>
            </div>
          ))}
        </dl>
      )}
      <PageLinks {...{ page, pages }} to={(to) => href("hub.requests", {}, { page: String(to) })} />
    </StaffPage>
  );
}
