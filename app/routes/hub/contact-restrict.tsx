import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedChange, wrongForm } from "#app/http/refused-change";
import { hubFormWords, reasonSchema, restrictSchema } from "#domain/hub-forms";
import { formatReference } from "#domain/reference";
import { restrictionWords } from "#domain/restriction";
import { dayAndTime } from "#domain/time-words";
import { readLocks } from "#services/restricted/read-locks";
import { restrictPerson } from "#services/restricted/restrict-person";
import { unlockContact } from "#services/restricted/unlock-contact";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { InsetText } from "../../components/govuk/inset-text.tsx";
import { ReasonForm } from "../../components/hub/reason-form.tsx";
import { RestrictForm } from "../../components/hub/restrict-form.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.restrict");
  const locks = await handled(() => readLocks(context, actor, params["reference"] ?? ""));
  return { title: "Who of it is restricted", me: meOf(actor), locks };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.restrict");
  const reference = params["reference"] ?? "";
  const body = await readForm(args.request);
  if (body.get("do") !== "restrict") {
    const form = parseForm(body, { schema: reasonSchema, fields: ["reason"], words: hubFormWords });
    if (!form.ok) return wrongForm(form.problems, form.typed);
    const asked = { reference, reason: form.value.reason };
    return (await refusedChange(() => unlockContact(context, actor, asked), form.typed)) ?? again(reference);
  }
  const form = parseForm(body, {
    schema: restrictSchema,
    fields: ["do", "childId", "kind", "staffEmail", "reason"],
    words: hubFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const asked = { reference, ...form.value };
  return (await refusedChange(() => restrictPerson(context, actor, asked), form.typed)) ?? again(reference);
}

const again = (reference: string) => seeOther(href("hub.contact.restrict", { reference }));

export default function ContactRestrictPage() {
  const { me, locks } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const problems = sent && "problems" in sent ? sent.problems : undefined;
  const { reference, children, lockedSince } = locks;
  const restricted = children.filter((child) => child.restricted !== null);
  const reads = me.roles.some((role) => role !== "records_officer");
  const back = reads
    ? { href: href("hub.contact", { reference }), text: "Back to the contact" }
    : { href: href("records.restricted"), text: "Back to restricted people" };
  const gaveBack = sent !== undefined && sent.typed["do"] !== "restrict";
  return (
    <StaffPage me={me} section="records.restricted" back={back}>
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">{`Who of ${formatReference(reference)} is restricted`}</h1>
      <InsetText>
        {lockedSince === null
          ? "Everybody in the hub knows of this contact."
          : `Only managers and the records officer have known of this contact since ${dayAndTime(lockedSince)}.`}
      </InsetText>
      {lockedSince !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={href("hub.contact.named", { reference })}>
            {locks.named.length === 0
              ? "Let somebody else know of it"
              : `Who else may know of it (${locks.named.length})`}
          </a>
        </p>
      )}
      {restricted.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {restricted.map(({ id, name, restricted: kind }) => (
            <li
              key={id}
            >{`${name} is restricted: ${kind === null ? "" : restrictionWords[kind].toLowerCase()}`}</li>
          ))}
        </ul>
      )}
      {lockedSince !== null && restricted.length === 0 && (
        <>
          <h2 className="govuk-heading-m">Is it somebody else?</h2>
          <p className="govuk-body">
            {locks.notCompared
              ? "It could not be compared with restricted people when it arrived, so it was kept back to be safe."
              : "It was kept back because it may be about a restricted person, or a brother or sister."}{" "}
            If you know that it is not, give it back to the hub. Its clock has run all the time.
          </p>
          <ReasonForm
            action={href("hub.contact.restrict", { reference })}
            label="How you know that it is somebody else"
            button="Give it back to the hub"
            typed={gaveBack ? sent.typed : undefined}
            problems={gaveBack ? problems : undefined}
          />
        </>
      )}
      {restricted.length < children.length && (
        <RestrictForm
          reference={reference}
          candidates={children.filter((child) => child.restricted === null)}
          typed={gaveBack ? undefined : sent?.typed}
          problems={gaveBack ? undefined : problems}
        />
      )}
    </StaffPage>
  );
}
