import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedChange, wrongForm } from "#app/http/refused-change";
import { callEndingWords, callFindings, callFindingWords } from "#domain/expected-call";
import { callFindingSchema, hubFormWords } from "#domain/hub-forms";
import { readCall, settleCall } from "#services/calls/settle-call";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { Radios } from "../../components/govuk/radios.tsx";
import { ExpectedCall } from "../../components/hub/expected-calls.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.expected-call");
  const call = await handled(() => readCall(context, actor, params["id"] ?? ""));
  return { title: "A call that we expect", me: meOf(actor), call };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.expected-call");
  const form = parseForm(await readForm(args.request), {
    schema: callFindingSchema,
    fields: ["finding", "reference"],
    words: hubFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const refused = await refusedChange(
    () => settleCall(context, actor, { id: params["id"] ?? "", ...form.value }),
    form.typed,
  );
  return refused ?? seeOther(href("hub.duty"));
}

export default function ExpectedCallPage() {
  const { me, call } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again && "problems" in again ? again.problems : undefined;
  const typed = again?.typed ?? {};
  const said = (field: string) => (typeof typed[field] === "string" ? typed[field] : "");
  return (
    <StaffPage me={me} section="hub.duty">
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">A call that we expect</h1>
      <p className="govuk-body">
        <ExpectedCall call={call} asAt={call.asAt} />
      </p>
      {call.ending !== null ? (
        <p className="govuk-body">Settled: {callEndingWords[call.ending]}.</p>
      ) : (
        <form method="post" noValidate>
          <p className="govuk-body">
            Nothing is known of who it was or where. Look through the calls and contacts since then before you
            say that none came. If the form arrives later it joins by itself.
          </p>
          <Radios
            name="finding"
            legend={{ text: "What became of it?", classes: "govuk-fieldset__legend--m" }}
            error={problems?.fields["finding"]}
            value={said("finding")}
            items={callFindings.map((value) => ({
              value,
              text: callFindingWords[value],
              conditional:
                value === "joined" ? (
                  <Input
                    name="reference"
                    label="Its reference"
                    error={problems?.fields["reference"]}
                    value={said("reference")}
                    autocomplete="off"
                    spellcheck={false}
                    classes="govuk-input--width-10"
                  />
                ) : undefined,
            }))}
          />
          <Button preventDoubleClick>Keep this</Button>
        </form>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={href("hub.duty")}>
          Back to duty
        </a>
      </p>
    </StaffPage>
  );
}
