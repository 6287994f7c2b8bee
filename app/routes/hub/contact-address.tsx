import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { addressSchema, hubFormWords } from "#domain/hub-forms";
import { addressReasons, addressReasonWords } from "#domain/secret-address";
import { viewAddress } from "#services/contacts/view-address";
import { Button } from "../../components/govuk/button.tsx";
import { Radios } from "../../components/govuk/radios.tsx";
import { ContactPage } from "../../components/hub/contact-page.tsx";
import { SnapshotPages } from "../../components/hub/snapshot-pages.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.address");
  const asked = { reference: params["reference"] ?? "", because: null };
  const { head } = await handled(() => viewAddress(context, actor, asked));
  return { title: "Where they are", me: meOf(actor), head };
}

/** Opening is a post, as for who sent it: a reload or a link never shows it. */
export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.address");
  const form = parseForm(await readForm(args.request), {
    schema: addressSchema,
    fields: ["because"],
    words: hubFormWords,
  });
  if (!form.ok) return data({ problems: form.problems }, { status: 422 });
  const asked = { reference: params["reference"] ?? "", because: form.value.because };
  return { opened: (await handled(() => viewAddress(context, actor, asked))).opened };
}

export default function ContactAddressPage() {
  const { me, head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer && "problems" in answer ? answer.problems : undefined;
  const opened = answer && "opened" in answer ? answer.opened : null;
  return (
    <ContactPage me={me} head={head} current={null}>
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Where they are</h1>
      {opened !== null ? (
        <>
          <p className="govuk-body">
            <strong>
              Do not write it into a note, a letter or a record that the family’s others may read.
            </strong>
          </p>
          <SnapshotPages pages={opened} />
        </>
      ) : (
        <form method="post" action={href("hub.contact.address", { reference: head.reference })} noValidate>
          <p className="govuk-body">
            {head.addressSecret
              ? "The sender said that the address must stay secret, so no page shows it. Each time that it is opened is recorded with the reason."
              : "Nobody said that this address must stay secret: it stands at the top of every page."}
          </p>
          <Radios
            name="because"
            legend={{ text: "Why do you open it?", classes: "govuk-fieldset__legend--m" }}
            error={problems?.fields["because"]}
            items={addressReasons.map((reason) => ({ value: reason, text: addressReasonWords[reason] }))}
          />
          <Button preventDoubleClick>Show where they are</Button>
        </form>
      )}
    </ContactPage>
  );
}
