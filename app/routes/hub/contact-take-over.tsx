import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedChange, wrongForm } from "#app/http/refused-change";
import { hubFormWords, reasonSchema } from "#domain/hub-forms";
import { formatReference } from "#domain/reference";
import { timeOfDay } from "#domain/time-words";
import { readTaking } from "#services/contacts/take-contact";
import { takeOverContact } from "#services/contacts/take-over-contact";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { ReasonForm } from "../../components/hub/reason-form.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.take-over");
  const taking = await handled(() => readTaking(context, actor, params["reference"] ?? ""));
  return { title: "Take over a contact", me: meOf(actor), ...taking };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.take-over");
  const reference = params["reference"] ?? "";
  const form = parseForm(await readForm(args.request), {
    schema: reasonSchema,
    fields: ["reason"],
    words: hubFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const refused = await refusedChange(
    () => takeOverContact(context, actor, { reference, reason: form.value.reason }),
    form.typed,
  );
  return refused ?? seeOther(href("hub.contact", { reference }));
}

export default function ContactTakeOverPage() {
  const { me, reference, holder } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again && "problems" in again ? again.problems : undefined;
  return (
    <StaffPage me={me} section="hub.triage">
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Take over contact {formatReference(reference)}</h1>
      <p className="govuk-body">
        {holder === null
          ? "Nobody else holds it at the moment."
          : `${holder.holderName} has held it since ${timeOfDay(holder.takenAt)}. What they wrote stays with the contact.`}
      </p>
      <ReasonForm
        action={href("hub.contact.take-over", { reference })}
        label="Why you take it over, in one line"
        hint="Kept as a note on the contact, where its holder sees it."
        button="Take it over"
        typed={again?.typed}
        problems={problems}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={href("hub.contact", { reference })}>
          Leave it as it is
        </a>
      </p>
    </StaffPage>
  );
}
