import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { ladoFindingWords } from "#domain/lado";
import { dayAndTime } from "#domain/time-words";
import { listLado } from "#services/lado/list-lado";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Table } from "../../components/govuk/table.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "lado.list");
  const query = new URL(args.request.url).searchParams;
  const closed = query.get("show") === "closed";
  const list = await handled(() => listLado(context, actor, { closed, after: query.get("after") }));
  return {
    title: "Records of the designated officer",
    me: meOf(actor),
    closed,
    ...list,
    asAt: context.now(),
  };
}

export default function LadoListPage() {
  const { me, closed, rows, after, asAt } = useLoaderData<typeof loader>();
  const state = ({ finding, acknowledgedAt, dueAt }: (typeof rows)[number]) => {
    if (finding !== null) return ladoFindingWords[finding];
    if (acknowledgedAt !== null) return `Taken up ${dayAndTime(acknowledgedAt)}`;
    const late = new Date(dueAt) < new Date(asAt);
    return late ? <strong>Late: take it up now</strong> : `Take it up by ${dayAndTime(dueAt)}`;
  };
  return (
    <StaffPage me={me} section="lado.list">
      <h1 className="govuk-heading-l">
        {closed ? "Closed records" : "Worries about people who work with children"}
      </h1>
      <p className="govuk-body">
        Only designated officers can read these. One about yourself would not be here.{" "}
        <a
          className="govuk-link"
          href={closed ? href("lado.list") : href("lado.list", {}, { show: "closed" })}
        >
          {closed ? "Show what is open" : "Show what is closed"}
        </a>
      </p>
      {rows.length === 0 && <p className="govuk-body">{closed ? "None is closed." : "Nothing is open."}</p>}
      {rows.length > 0 && (
        <div className="app-scroll" role="region" aria-label="Records" tabIndex={0}>
          <Table
            firstCellIsHeader
            columns={[{ head: "Adult" }, { head: "What they do" }, { head: "Opened" }, { head: "State" }]}
            rows={rows.map((row) => ({
              key: row.id,
              cells: [
                <a key="name" className="govuk-link" href={href("lado.record", { id: row.id })}>
                  {row.name}
                </a>,
                row.work,
                dayAndTime(row.openedAt),
                state(row),
              ],
            }))}
          />
        </div>
      )}
      {after !== null && (
        <p className="govuk-body">
          <a
            className="govuk-link"
            href={href("lado.list", {}, { ...(closed && { show: "closed" }), after })}
          >
            More
          </a>
        </p>
      )}
    </StaffPage>
  );
}
