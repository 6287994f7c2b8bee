import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { outcomeShort } from "#domain/outcome";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import { listCountersignatures } from "#services/decisions/list-countersignatures";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { ClockWords } from "../../components/hub/clock-words.tsx";
import { ListTime } from "../../components/hub/list-time.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "hub.countersign");
  const list = await handled(() => listCountersignatures(context, actor));
  return {
    title: "To countersign",
    me: meOf(actor),
    familyCafLabel: context.settings.familyCafLabel,
    ...list,
  };
}

export default function CountersignPage() {
  const { me, rows, asAt, familyCafLabel } = useLoaderData<typeof loader>();
  return (
    <StaffPage me={me} section="hub.countersign">
      <h1 className="govuk-heading-l">To countersign</h1>
      <p className="govuk-body-l">
        What one person decided alone to protect a child. Another manager signs it by noon of the next working
        day.
      </p>
      <ListTime asAt={asAt} refresh={href("hub.countersign")} />
      {rows.length === 0 ? (
        <p className="govuk-body">Nothing waits for a second signature.</p>
      ) : (
        <ol className="app-work" aria-label="Decisions to countersign">
          {rows.map((row) => (
            <li className="app-work__row" key={row.decisionId}>
              <div className="app-work__clock">
                <ClockWords label="Sign by" face={row.due} />
              </div>
              <div className="app-work__child">
                <a className="govuk-link" href={href("hub.contact.decided", { reference: row.reference })}>
                  <strong>{formatReference(row.reference)}</strong>
                </a>
              </div>
              <div className="app-work__why">{outcomeShort(row.outcome, { familyCafLabel })}</div>
              <div className="app-work__family">
                Decided {dayAndTime(row.at, asAt)} by {row.mine ? "you: another manager signs it" : row.by}
              </div>
            </li>
          ))}
        </ol>
      )}
    </StaffPage>
  );
}
