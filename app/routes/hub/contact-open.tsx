import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { hubFormWords, openSchema } from "#domain/hub-forms";
import { formatReference } from "#domain/reference";
import { openReasons, openReasonWords } from "#domain/search/open-reasons";
import { openWithReason } from "#services/search/open-with-reason";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Radios } from "../../components/govuk/radios.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.open");
  const asked = { reference: params["reference"] ?? "", because: null };
  const { reference, mine } = await handled(() => openWithReason(context, actor, asked));
  if (mine) throw seeOther(href("hub.contact", { reference }));
  return { title: "Why do you open it?", me: meOf(actor), reference };
}

/** Whoever may not know of it hears the same whatever they say, so it is asked for before the form is read. */
export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.open");
  const reference = params["reference"] ?? "";
  if (!context.showingKeptForm)
    await handled(() => openWithReason(context, actor, { reference, because: null }));
  const form = parseForm(await readForm(args.request), {
    schema: openSchema,
    fields: ["because"],
    words: hubFormWords,
  });
  if (!form.ok) return data({ problems: form.problems }, { status: 422 });
  await handled(() => openWithReason(context, actor, { reference, because: form.value.because }));
  return seeOther(href("hub.contact", { reference }));
}

export default function OpenContactPage() {
  const { me, reference } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems;
  return (
    <StaffPage me={me} section="hub.search" back={{ href: href("hub.search"), text: "Search" }}>
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Open {formatReference(reference)}</h1>
      <p className="govuk-body">You do not hold this contact. Who opened it, when and why stays on record.</p>
      <form method="post" action={href("hub.contact.open", { reference })} noValidate>
        <Radios
          name="because"
          legend={{ text: "Why do you open it?", classes: "govuk-fieldset__legend--m" }}
          error={problems?.fields["because"]}
          items={openReasons.map((reason) => ({ value: reason, text: openReasonWords[reason] }))}
        />
        <Button preventDoubleClick>Open it</Button>
      </form>
    </StaffPage>
  );
}
