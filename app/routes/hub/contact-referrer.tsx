import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { hubFormWords, referrerSchema } from "#domain/hub-forms";
import { referrerReasons, referrerReasonWords } from "#domain/referrer-room";
import { viewReferrer } from "#services/contacts/view-referrer";
import { Button } from "../../components/govuk/button.tsx";
import { Radios } from "../../components/govuk/radios.tsx";
import { SummaryList } from "../../components/govuk/summary-list.tsx";
import { ContactPage } from "../../components/hub/contact-page.tsx";
import { SnapshotPages } from "../../components/hub/snapshot-pages.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.referrer");
  const asked = { reference: params["reference"] ?? "", because: null };
  const { head } = await handled(() => viewReferrer(context, actor, asked));
  return { title: "Who sent it", me: meOf(actor), head };
}

/** Opening is a post: a reload or a link never opens the room, and each time has its own reason on record. */
export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.referrer");
  const form = parseForm(await readForm(args.request), {
    schema: referrerSchema,
    fields: ["because"],
    words: hubFormWords,
  });
  if (!form.ok) return data({ problems: form.problems }, { status: 422 });
  const asked = { reference: params["reference"] ?? "", because: form.value.because };
  return { opened: (await handled(() => viewReferrer(context, actor, asked))).opened };
}

export default function ContactReferrerPage() {
  const { me, head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer && "problems" in answer ? answer.problems : undefined;
  const opened = answer && "opened" in answer ? answer.opened : null;
  return (
    <ContactPage me={me} head={head} current={null}>
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Who sent it</h1>
      {opened !== null ? (
        <>
          <SummaryList
            rows={[
              { key: "Name", value: opened.particulars.name ?? "They did not say who they are" },
              { key: "Job", value: opened.particulars.job ?? "Not given" },
              { key: "Organisation", value: opened.particulars.organisation ?? "Not given" },
              { key: "Phone", value: opened.particulars.phone ?? "Not given" },
              { key: "Email", value: opened.particulars.email ?? "Not given" },
              { key: "When to reach them", value: opened.particulars.reachable ?? "Not given" },
            ]}
          />
          <SnapshotPages pages={opened.pages} />
        </>
      ) : (
        <form method="post" action={href("hub.contact.referrer", { reference: head.reference })} noValidate>
          <p className="govuk-body">
            Who sent a contact is kept apart from everything else. Each time that it is opened is recorded
            with the reason.
          </p>
          <Radios
            name="because"
            legend={{ text: "Why do you open it?", classes: "govuk-fieldset__legend--m" }}
            error={problems?.fields["because"]}
            items={referrerReasons.map((reason) => ({ value: reason, text: referrerReasonWords[reason] }))}
          />
          <Button preventDoubleClick>Open who sent it</Button>
        </form>
      )}
    </ContactPage>
  );
}
