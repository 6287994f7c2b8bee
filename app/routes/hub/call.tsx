import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { takeCall } from "#app/http/call-post";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { readTypedForm } from "#app/http/unsent";
import { dayAndTime } from "#domain/time-words";
import { readPhoneCall } from "#services/phone/read-call";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { CallElsewhere } from "../../components/hub/call-elsewhere.tsx";
import { CallForm } from "../../components/hub/call-form.tsx";
import { CallMatches } from "../../components/hub/call-matches.tsx";
import { ReadBack } from "../../components/hub/read-back.tsx";
import { UnsentOffers } from "../../components/hub/unsent.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.call");
  const call = await handled(() => readPhoneCall(context, actor, params["id"] ?? ""));
  const mayHold = actor.roles.some((role) => role !== "call_taker");
  return { title: "Phone contact", me: meOf(actor), call, mayHold, asAt: context.now() };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.call");
  const id = params["id"] ?? "";
  if (!context.showingKeptForm) await handled(() => readPhoneCall(context, actor, id));
  return takeCall(context, actor, id, await readTypedForm(args));
}

export default function CallPage() {
  const { me, call, mayHold, asAt } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const { id, startedAt, savedAt, ending, receipt, matches, typed, files, unsent } = call;
  const elsewhere = again && "elsewhere" in again ? again.elsewhere : null;
  return (
    <StaffPage me={me} section="hub.calls" back={{ href: href("hub.calls"), text: "Phone calls" }}>
      <FormProblems problems={again?.problems} />
      <h1 className="govuk-heading-l">Phone contact</h1>
      <p className="govuk-body">Started {dayAndTime(startedAt)}. The clock runs from then.</p>
      <UnsentOffers form="call" of={id} offers={unsent} asAt={asAt} />
      {elsewhere !== null && again !== undefined && <CallElsewhere stands={elsewhere} typed={again.typed} />}
      {ending === null && (
        <div className="app-call">
          <CallForm
            {...{ id, savedAt }}
            typed={again?.typed["then"] === undefined ? typed : again.typed}
            problems={again?.problems}
            mayHold={mayHold}
            files={files}
          />
          <CallMatches matches={matches} />
        </div>
      )}
      {receipt !== null && <ReadBack receipt={receipt} />}
      {receipt !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={href("hub.call.files", { id })}>
            Add a file that they emailed afterwards
          </a>
        </p>
      )}
      {ending === "advice" && (
        <p className="govuk-body">Advice was given and no child was named. Nothing of it was kept.</p>
      )}
    </StaffPage>
  );
}
