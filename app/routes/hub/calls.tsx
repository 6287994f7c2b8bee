import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import { listCalls } from "#services/phone/read-call";
import { startCall } from "#services/phone/start-call";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { OwedCalls } from "../../components/hub/owed-calls.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "hub.calls");
  return { title: "Phone calls", me: meOf(actor), ...(await handled(() => listCalls(context, actor))) };
}

/** Only a post begins a call: its clock runs from then. */
export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "hub.calls");
  const id = await handled(() => startCall(context, actor));
  return seeOther(href("hub.call", { id }));
}

export default function CallsPage() {
  const { me, open, sent, owed, asAt } = useLoaderData<typeof loader>();
  return (
    <StaffPage me={me} section="hub.calls">
      <h1 className="govuk-heading-l">Phone calls</h1>
      <form method="post" action={href("hub.calls")}>
        <Button preventDoubleClick>New call</Button>
      </form>
      <h2 className="govuk-heading-m">Calls that we owe ({owed.length})</h2>
      {owed.length === 0 ? (
        <p className="govuk-body">Nobody waits to be called and advised.</p>
      ) : (
        <OwedCalls calls={owed} asAt={asAt} />
      )}
      <h2 className="govuk-heading-m">Not sent yet</h2>
      {open.length === 0 && <p className="govuk-body">Every call that you took is sent.</p>}
      <CallList>
        {open.map(({ id, startedAt }) => (
          <li key={id}>
            <a className="govuk-link" href={href("hub.call", { id })}>
              The call of {dayAndTime(startedAt)}
            </a>
          </li>
        ))}
      </CallList>
      <h2 className="govuk-heading-m">Your last calls</h2>
      {sent.length === 0 && <p className="govuk-body">You have sent none yet.</p>}
      <CallList>
        {sent.map(({ id, startedAt, reference }) => (
          <li key={id}>
            <a className="govuk-link" href={href("hub.call", { id })}>
              {reference === null ? "A call" : formatReference(reference)}
            </a>
            , {dayAndTime(startedAt)}
          </li>
        ))}
      </CallList>
    </StaffPage>
  );
}

/** No list where there is nothing in it. */
function CallList({ children }: { children: ReactNode[] }) {
  return children.length === 0 ? null : <ul className="govuk-list">{children}</ul>;
}
