import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { drawnWords } from "#domain/second-look";
import { dayAndTime } from "#domain/time-words";
import { listSecondLooks } from "#services/second-looks/list-second-looks";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Table } from "../../components/govuk/table.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "insight.second-looks");
  const query = new URL(args.request.url).searchParams;
  const made = query.get("show") === "made";
  const list = await handled(() => listSecondLooks(context, actor, { made, after: query.get("after") }));
  return { title: "Second looks", me: meOf(actor), made, ...list };
}

export default function SecondLooksPage() {
  const { me, made, rows, after, madeThisWeek } = useLoaderData<typeof loader>();
  const page = (query: Record<string, string>) =>
    href("insight.second-looks", {}, { ...(made ? { show: "made" } : {}), ...query });
  return (
    <StaffPage me={me} section="insight.second-looks">
      <h1 className="govuk-heading-l">{made ? "Looked at again" : "Decisions to look at again"}</h1>
      <p className="govuk-body">
        Drawn by chance. You see what whoever decided could see and write what you would have decided; then
        both stand side by side. It measures how alike we decide, and nobody by themselves. In the last seven
        days {madeThisWeek} {madeThisWeek === 1 ? "was" : "were"} looked at.{" "}
        <a
          className="govuk-link"
          href={made ? href("insight.second-looks") : href("insight.second-looks", {}, { show: "made" })}
        >
          {made ? "Show what waits" : "Show what was looked at"}
        </a>
      </p>
      {rows.length === 0 && (
        <p className="govuk-body">
          {made ? "None was looked at yet." : "None waits. The next is drawn as it is decided."}
        </p>
      )}
      {rows.length > 0 && (
        <Table
          firstCellIsHeader
          columns={[{ head: "Decided" }, { head: "Why it was drawn" }]}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <a key="at" className="govuk-link" href={href("insight.second-look", { id: row.id })}>
                {dayAndTime(row.drawnAt)}
              </a>,
              drawnWords[row.because],
            ],
          }))}
        />
      )}
      {after !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={page({ after })}>
            More
          </a>
        </p>
      )}
    </StaffPage>
  );
}
