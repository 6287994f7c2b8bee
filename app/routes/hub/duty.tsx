import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { alarmWords } from "#domain/alarm-words";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import { readDuty } from "#services/duty/read-duty";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { ExpectedCalls } from "../../components/hub/expected-calls.tsx";
import { ListTime } from "../../components/hub/list-time.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "hub.duty");
  return { title: "Duty", me: meOf(actor), duty: await handled(() => readDuty(context, actor)) };
}

export default function DutyPage() {
  const { me, duty } = useLoaderData<typeof loader>();
  const { alarms, asAt, expected, looked } = duty;
  return (
    <StaffPage me={me} section="hub.duty">
      <h1 className="govuk-heading-l">Duty</h1>
      <ListTime asAt={asAt} refresh={href("hub.duty")} />
      {me.roles.some((role) => role === "manager" || role === "on_call_manager") && (
        <p className="govuk-body">
          <a className="govuk-link" href={href("hub.requests")}>
            How agencies answer
          </a>
          {" · "}
          <a className="govuk-link" href={href("insight.outcomes")}>
            What became of contacts
          </a>
        </p>
      )}
      {alarms.length === 0 && (
        <p className="govuk-body">
          Nothing needs you at the moment: no late decision, no Red contact without somebody, nothing owed and
          not done.
        </p>
      )}
      {alarms.map(({ kind, count, oldest, references }) => (
        <section key={kind} className="app-alarm">
          <h2 className="govuk-heading-m">
            {alarmWords[kind].title}
            {["no_worker", "audit_failing", "audit_unlinked", "audit_unsealed", "open_cases_old"].includes(
              kind,
            )
              ? ""
              : `: ${count}`}
          </h2>
          <p className="govuk-body">
            {oldest !== null && <>Since {dayAndTime(oldest, asAt)}. </>}
            {alarmWords[kind].act}
          </p>
          {kind === "call_expected" && <ExpectedCalls expected={expected} asAt={asAt} />}
          {references.length > 0 && (
            <ul className="govuk-list">
              {references.map((reference) => (
                <li key={reference}>
                  <a className="govuk-link" href={href("hub.contact", { reference })}>
                    {formatReference(reference)}
                  </a>
                </li>
              ))}
              {count > references.length && <li>and {count - references.length} more</li>}
            </ul>
          )}
        </section>
      ))}
      {looked !== null && (
        <p className="govuk-hint">
          Every hour the service looks whether every child, and all work that was decided, has somebody. It
          last did {dayAndTime(looked.at, asAt)}: {looked.children} children of the last weeks and{" "}
          {looked.works} open pieces of work.
        </p>
      )}
    </StaffPage>
  );
}
