import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formState, problemsShown, takeForm } from "#app/http/admin-form";
import { readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import {
  callBackFindingSchema,
  callBackFindingWords,
  callBackTopicWords,
  findingsAfter,
} from "#domain/call-back";
import { readCallBack, settleCallBack, takeCallBack } from "#services/calls/make-call-back";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Radios } from "../../components/govuk/radios.tsx";
import { SummaryList } from "../../components/govuk/summary-list.tsx";
import { OwedCall } from "../../components/hub/owed-calls.tsx";
import { PhoneLink } from "../../components/phone-link.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.call-back");
  const call = await handled(() => readCallBack(context, actor, params["id"] ?? ""));
  return { title: "A call that we owe", me: meOf(actor), call };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.call-back");
  const id = params["id"] ?? "";
  const body = await readForm(args.request);
  if (body.get("do") === "take") {
    await handled(() => takeCallBack(context, actor, id));
    return seeOther(href("hub.call-back", { id }));
  }
  // Whatever was typed: what there is not is not there.
  await handled(() => readCallBack(context, actor, id));
  return takeForm(body, { schema: callBackFindingSchema, fields: ["finding"] }, async ({ finding }) => {
    const goesOnAs = await settleCallBack(context, actor, { id, finding });
    return goesOnAs === null ? href("hub.calls") : href("hub.call", { id: goesOnAs });
  });
}

export default function HubCallBackPage() {
  const { me, call } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const form = formState("settle", again);
  const { asker, taken, ending, by, tries } = call;
  return (
    <StaffPage me={me} section="hub.calls" back={{ href: href("hub.calls"), text: "Phone calls" }}>
      <FormProblems problems={problemsShown(again)} />
      <h1 className="govuk-heading-l">A call that we owe</h1>
      <p className="govuk-body">
        {ending === null ? <OwedCall call={call} asAt={call.asAt} /> : callBackTopicWords[call.about]}
      </p>
      {ending !== null && (
        <p className="govuk-body">
          Settled{by !== null && <> by {by}</>}: {callBackFindingWords[ending]}. Who asked is not kept.
        </p>
      )}
      {ending === null && taken === "another" && <p className="govuk-body">{by} makes this call now.</p>}
      {ending === null && taken === null && (
        <form method="post">
          <input type="hidden" name="do" value="take" />
          <p className="govuk-body">Who asked, and their number, is shown to whoever makes the call.</p>
          <Button preventDoubleClick>I make this call</Button>
        </form>
      )}
      {asker !== null && (
        <>
          <SummaryList
            rows={[
              { key: "Who asked", value: asker.name },
              { key: "Where they work", value: asker.organisation },
              { key: "Their number", value: <PhoneLink number={asker.phone} /> },
            ]}
          />
          <p className="govuk-body">
            Anybody can type a name here. Before you say anything about a child, ring a number that you found
            yourself, such as the school’s own.
          </p>
          <form method="post" noValidate>
            <input type="hidden" name="do" value="settle" />
            <Radios
              {...form.field("finding")}
              idPrefix={form.field("finding").id}
              legend={{ text: "What came of it?", classes: "govuk-fieldset__legend--m" }}
              items={findingsAfter(tries).map((value) => ({ value, text: callBackFindingWords[value] }))}
            />
            <Button preventDoubleClick>Keep this</Button>
          </form>
        </>
      )}
    </StaffPage>
  );
}
