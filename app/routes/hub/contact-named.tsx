import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedChange, wrongForm } from "#app/http/refused-change";
import { hubFormWords, nameSchema } from "#domain/hub-forms";
import { formatReference } from "#domain/reference";
import { endNamed, nameForContact } from "#services/restricted/name-for-contact";
import { readLocks } from "#services/restricted/read-locks";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { InsetText } from "../../components/govuk/inset-text.tsx";
import { NamedPeople } from "../../components/hub/named-people.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.named");
  const locks = await handled(() => readLocks(context, actor, params["reference"] ?? ""));
  return { title: "Who else may know of it", me: meOf(actor), locks };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.named");
  const reference = params["reference"] ?? "";
  const again = () => seeOther(href("hub.contact.named", { reference }));
  const body = await readForm(args.request);
  const end = body.get("end");
  if (end !== null) {
    await handled(() => endNamed(context, actor, { reference, id: end }));
    return again();
  }
  const form = parseForm(body, {
    schema: nameSchema,
    fields: ["staffEmail", "reason"],
    words: hubFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const asked = { reference, ...form.value };
  return (await refusedChange(() => nameForContact(context, actor, asked), form.typed)) ?? again();
}

export default function ContactNamedPage() {
  const { me, locks } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const problems = sent && "problems" in sent ? sent.problems : undefined;
  const { reference, lockedSince, named } = locks;
  return (
    <StaffPage
      me={me}
      section="records.restricted"
      back={{ href: href("hub.contact.restrict", { reference }), text: "Back to who of it is restricted" }}
    >
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">{`Who else may know of ${formatReference(reference)}`}</h1>
      {lockedSince === null ? (
        <InsetText>This contact is not restricted: everybody in the hub knows of it.</InsetText>
      ) : (
        <NamedPeople reference={reference} named={named} typed={sent?.typed} problems={problems} />
      )}
    </StaffPage>
  );
}
