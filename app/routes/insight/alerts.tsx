import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { alertBudget, alertFacts, alertRate, overBudget } from "#domain/alerts";
import { localDate, longDate } from "#domain/time-words";
import { readAlerts } from "#services/alerts/read-alerts";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { SummaryList } from "../../components/govuk/summary-list.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "insight.alerts");
  const figures = await handled(() => readAlerts(context, actor));
  return { title: "Alerts", me: meOf(actor), figures };
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

export default function AlertsPage() {
  const { me, figures } = useLoaderData<typeof loader>();
  const shown = figures.alerts.reduce((sum, one) => sum + one.shown, 0);
  return (
    <StaffPage me={me} section="insight.alerts">
      <h1 className="govuk-heading-l">Alerts</h1>
      <p className="govuk-body">
        Pages that stop somebody in the middle of their work, since{" "}
        {longDate(localDate(new Date(figures.since)))}: {shown} for {figures.contacts} contacts. Together they
        may stop one in {alertBudget.oneIn}.{" "}
        {overBudget(shown, figures.contacts) && <strong>That is more than they may: take one away.</strong>}
      </p>
      {figures.alerts.map(({ kind, ...counts }) => {
        const { says, because, owner, reviewOn } = alertFacts[kind];
        const { actedOn, keep } = alertRate(counts);
        return (
          <section key={kind}>
            <h2 className="govuk-heading-m">{says}</h2>
            <SummaryList
              rows={[
                { key: "Shown", value: counts.shown },
                { key: "Went on without acting", value: counts.passed },
                { key: "Acted on", value: actedOn === null ? "Not shown yet" : percent(actedOn) },
                {
                  key: "What to do",
                  value: keep
                    ? "Keep it"
                    : `Fewer than ${percent(alertBudget.actedOnAtLeast)} act on it: take it away, or change it`,
                },
                { key: "Why it is there", value: because },
                { key: "Whose it is", value: owner },
                { key: "Looked at again by", value: longDate(reviewOn) },
              ]}
            />
          </section>
        );
      })}
    </StaffPage>
  );
}
