import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { ruleInWords } from "#domain/queue-order";
import { isNarrowed, narrowingIn, narrowingQuery } from "#domain/triage-narrowing";
import { listTriage } from "#services/triage/list-triage";
import { isTriageFilter } from "#services/triage/triage-filter";
import { PageLinks } from "../../components/frame/page-links.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Details } from "../../components/govuk/details.tsx";
import { NotificationBanner } from "../../components/govuk/notification-banner.tsx";
import { ListTime } from "../../components/hub/list-time.tsx";
import { QueueList } from "../../components/hub/queue-list.tsx";
import { TakeNext } from "../../components/hub/take-next.tsx";
import { NothingListed, TriageCounters } from "../../components/hub/triage-counters.tsx";
import { TriageNarrow, triageAt } from "../../components/hub/triage-narrow.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "hub.triage");
  const query = new URL(args.request.url).searchParams;
  const wanted = query.get("show");
  const page = Number(/^[1-9]\d{0,3}$/.exec(query.get("page") ?? "")?.[0] ?? 1);
  const narrowing = narrowingIn(query);
  const filter = isTriageFilter(wanted) ? wanted : "all";
  return {
    title: "Triage",
    me: meOf(actor),
    triage: await handled(() => listTriage(context, actor, { filter, narrowing, page })),
    rule: ruleInWords(context.settings),
    nothingNext: query.get("next") === "nothing",
  };
}

export default function TriagePage() {
  const { me, triage, rule, nothingNext } = useLoaderData<typeof loader>();
  const { rows, counts, filter, narrowing, asAt } = triage;
  const narrowed = narrowingQuery(narrowing);
  return (
    <StaffPage me={me} section="hub.triage">
      {nothingNext && (
        <NotificationBanner>
          Nothing is free to take at the moment. What is listed is held by somebody, or kept for a colleague.
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">Triage</h1>
      <TriageCounters counts={counts} filter={filter} now={asAt} />
      <TakeNext />
      <ListTime asAt={asAt} refresh={triageAt(filter, narrowed)} watch={triage.watch} />
      <TriageNarrow filter={filter} narrowing={narrowing} found={counts.narrowed} />
      <Details summary="The rule of this list">
        <ul className="govuk-list govuk-list--bullet">
          {rule.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Details>
      {rows.length === 0 ? (
        <NothingListed counts={counts} filter={filter} narrowed={isNarrowed(narrowing)} now={asAt} />
      ) : (
        <QueueList rows={rows} label="Contacts in the order of the rule" offers="take" />
      )}
      <PageLinks
        page={triage.page}
        pages={triage.pages}
        to={(page) => triageAt(filter, { ...narrowed, page: String(page) })}
      />
    </StaffPage>
  );
}
