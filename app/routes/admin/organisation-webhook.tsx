import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formState, problemsShown, takeForm } from "#app/http/admin-form";
import { readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { endWebhookSchema, makeWebhookSchema, replaySchema } from "#domain/api/webhooks";
import { dayAndTime } from "#domain/time-words";
import { endWebhook, makeWebhook, replayEvent } from "#services/webhooks/change-webhook";
import { readWebhook } from "#services/webhooks/read-webhook";
import { EndForm } from "../../components/admin/end-form.tsx";
import { ReasonBox } from "../../components/admin/reason-box.tsx";
import { WhatItWasTold } from "../../components/admin/what-it-was-told.tsx";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { InsetText } from "../../components/govuk/inset-text.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.organisation-webhook");
  const found = await handled(() => readWebhook(context, actor, params["id"] ?? ""));
  return {
    title: "What an organisation’s system is told",
    me: meOf(actor),
    newId: context.newId(),
    ...found,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "admin.organisation-webhook");
  const organisationId = params["id"] ?? "";
  // Whatever was typed: what is not there is not there.
  await handled(() => readWebhook(context, actor, organisationId));
  const body = await readForm(args.request);
  const here = href("admin.organisation-webhook", { id: organisationId });
  const secrets: string[] = [];
  const refused = await (() => {
    switch (body.get("do")) {
      case "end":
        return takeForm(body, { schema: endWebhookSchema, fields: ["reason"] }, ({ reason }) =>
          endWebhook(context, actor, organisationId, reason).then(() => here),
        );
      case "replay":
        return takeForm(body, { schema: replaySchema, fields: ["event"] }, ({ event }) =>
          replayEvent(context, actor, organisationId, event).then(() => here),
        );
      default:
        return takeForm(
          body,
          { schema: makeWebhookSchema, fields: ["id", "url", "reason"] },
          async (value) => {
            secrets.push((await makeWebhook(context, actor, organisationId, value)).secret);
            return here;
          },
        );
    }
  })();
  // The secret stands in this one answer and nowhere else.
  const [secret] = secrets;
  return secret === undefined ? refused : data({ secret });
}

export default function OrganisationWebhookPage() {
  const { me, newId, organisation, standing, sendings } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const secret = answered && "secret" in answered ? answered.secret : null;
  const again = answered && "problems" in answered ? answered : undefined;
  const here = href("admin.organisation-webhook", { id: organisation.id });
  const form = formState("make", again);
  return (
    <StaffPage
      me={me}
      section="admin.organisations"
      back={{ href: href("admin.organisation", { id: organisation.id }), text: organisation.name }}
    >
      <FormProblems problems={problemsShown(again)} />
      <h1 className="govuk-heading-l">What its system is told</h1>
      {secret !== null && (
        <InsetText>
          <p className="govuk-body">
            The secret that signs what it is told. It is shown here once: copy it now.
          </p>
          <code className="app-written">{secret}</code>
        </InsetText>
      )}
      <p className="govuk-body">
        When a contact that its system sent is received, and when a decision is made, its system can be told:
        the reference and the moment, never which decision, and nothing about anybody.{" "}
        <a className="govuk-link" href={href("api.docs")}>
          How that looks
        </a>
      </p>
      <p className="govuk-body app-written">
        {standing === null
          ? "It is told nothing."
          : `It is told at ${standing.url}, since ${dayAndTime(standing.madeAt)}.`}
      </p>
      {organisation.active && (
        <form method="post" action={here} noValidate>
          <h2 className="govuk-heading-m">
            {standing === null ? "Where to tell it" : "Tell it somewhere else"}
          </h2>
          <input type="hidden" name="do" value="make" />
          <input type="hidden" name="id" value={newId} />
          <Input
            {...form.field("url")}
            label="Address"
            hint="It begins with https://"
            spellcheck={false}
            autocomplete="off"
          />
          <ReasonBox form={form} />
          <Button preventDoubleClick>Save</Button>
        </form>
      )}
      <WhatItWasTold action={here} sendings={sendings} replayable={standing !== null} />
      {standing !== null && (
        <EndForm
          action={here}
          form={formState("end", again)}
          summary="Tell it nothing any more"
          says="What is on its way is not sent either."
          button="Tell it nothing"
        />
      )}
    </StaffPage>
  );
}
