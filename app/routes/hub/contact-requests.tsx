import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askingIn, tellingIn } from "#app/http/ask-agencies";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { searchIn } from "#app/http/page-number";
import { refusedChange, wrongForm } from "#app/http/refused-change";
import { readTypedForm, sentTyped } from "#app/http/unsent";
import { answerAgency } from "#services/agencies/answer-agency";
import { askAgencies } from "#services/agencies/ask-agencies";
import { readRequestsPage } from "#services/agencies/read-requests-page";
import { AskForm, SameAsLastTime } from "../../components/agencies/ask-form.tsx";
import { FindAgency } from "../../components/agencies/find-agency.tsx";
import { RequestList } from "../../components/agencies/request-list.tsx";
import { NotificationBanner } from "../../components/govuk/notification-banner.tsx";
import { ConflictSection } from "../../components/hub/conflict.tsx";
import { ContactPage } from "../../components/hub/contact-page.tsx";
import { UnsentOffers } from "../../components/hub/unsent.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.requests");
  const { search } = searchIn(args.request);
  const reference = params["reference"] ?? "";
  const read = await handled(() => readRequestsPage(context, actor, { reference, search }));
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    title: "Requests",
    me: meOf(actor),
    same: new URL(args.request.url).searchParams.get("same") === "yes",
    done: done === "asked" || done === "told" ? done : null,
    ...read,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.requests");
  const reference = params["reference"] ?? "";
  const back = (done: string) => seeOther(href("hub.contact.requests", { reference }, { done }));
  const body = await readTypedForm(args);
  if (body.get("do") === "answer") {
    const told = tellingIn(body);
    if (!told.ok) return wrongForm(told.problems, told.typed);
    const { question: questionId, text } = told.value;
    return (
      (await refusedChange(
        () => answerAgency(context, actor, { reference, questionId, text }),
        told.typed,
      )) ?? back("told")
    );
  }
  const form = askingIn(body);
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const refused = await refusedChange(
    () => askAgencies(context, actor, { reference, ...form.value }),
    form.typed,
  );
  if (refused !== null) return refused;
  await sentTyped(context, actor, { form: "requests", of: reference, body });
  return back("asked");
}

export default function ContactRequestsPage() {
  const { me, head, requests, form, refused, unsent, same, done } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again && "problems" in again ? again.problems : undefined;
  const { reference, version } = head;
  const worry = again?.typed["worry"];
  const askForm = form && (
    <AskForm
      {...{ reference, version, form, same, problems }}
      asked={requests}
      typed={again?.typed}
      green={head.rating === "G"}
    />
  );
  return (
    <ContactPage me={me} head={head} current="hub.contact.requests">
      <FormProblems problems={problems} />
      {done !== null && again === undefined && (
        <NotificationBanner type="success">
          {done === "asked" ? "They are asked. What they answer stands here." : "Your answer is sent."}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">Requests</h1>
      {again && "conflict" in again && (
        <ConflictSection
          reference={reference}
          changed={again.conflict}
          fields={[{ label: "The worry", theirs: null, yours: typeof worry === "string" ? worry : "" }]}
        />
      )}
      <RequestList
        requests={requests}
        asAt={head.asAt}
        answering={head.can.ask ? { reference, typed: again?.typed, problems } : undefined}
      />
      <UnsentOffers form="requests" of={reference} offers={unsent} asAt={head.asAt} />
      {refused !== null && <p className="govuk-body">{refused}</p>}
      {form !== null && (
        <>
          <h2 className="govuk-heading-m">Ask agencies</h2>
          <FindAgency reference={reference} form={form} />
          {!same && again === undefined && <SameAsLastTime reference={reference} last={form.last} />}
          {askForm}
        </>
      )}
      {form === null && refused === null && (
        <p className="govuk-body">Only whoever holds this contact, or a manager, can ask agencies.</p>
      )}
    </ContactPage>
  );
}
