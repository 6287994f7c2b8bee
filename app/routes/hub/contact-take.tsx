import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { problemsFrom } from "#app/http/refused-change";
import { hubFormWords, reasonSchema } from "#domain/hub-forms";
import { formatReference } from "#domain/reference";
import { timeOfDay } from "#domain/time-words";
import { readTaking, takeContact, type TakenByAnother } from "#services/contacts/take-contact";
import { Conflict, Invalid } from "#services/errors";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { WarningText } from "../../components/govuk/warning-text.tsx";
import { ReasonForm } from "../../components/hub/reason-form.tsx";
import { TakeNext } from "../../components/hub/take-next.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.take");
  const taking = await handled(() => readTaking(context, actor, params["reference"] ?? ""));
  return {
    title: "Take a contact",
    me: meOf(actor),
    ...taking,
    look: new URL(args.request.url).searchParams.has("look"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "hub.contact.take");
  const reference = params["reference"] ?? "";
  const form = parseForm(await readForm(args.request), {
    schema: reasonSchema,
    fields: ["reason"],
    words: hubFormWords,
  });
  if (!form.ok) return data({ problems: form.problems, typed: form.typed }, { status: 422 });
  try {
    const taken = await takeContact(context, actor, { reference, reason: form.value.reason });
    return seeOther(href("hub.contact", { reference: taken.reference }));
  } catch (error) {
    if (error instanceof Invalid)
      return data({ problems: problemsFrom(error.problems), typed: form.typed }, { status: 422 });
    if (error instanceof Conflict)
      return data({ takenBy: (error as Conflict<TakenByAnother>).details }, { status: 409 });
    return handled<never>(() => Promise.reject(error as Error));
  }
}

export default function ContactTakePage() {
  const { me, reference, jumps, holder, look } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again && "problems" in again ? again.problems : undefined;
  const typed = again && "typed" in again ? again.typed : undefined;
  const takenBy = again && "takenBy" in again ? again.takenBy : holder;
  const refused = again !== undefined && "takenBy" in again;
  return (
    <StaffPage me={me} section="hub.triage">
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Take contact {formatReference(reference)}</h1>
      {look && !refused && (
        <WarningText>
          A Red contact comes first, and somebody left it with notes. Read them before you take it on, or ask
          a manager.
        </WarningText>
      )}
      {takenBy !== null ? (
        <p className="govuk-body">
          {takenBy.holderName} took this at {timeOfDay(takenBy.takenAt)}.
        </p>
      ) : refused ? (
        <p className="govuk-body">This contact, or another of its household, is not free any more.</p>
      ) : null}
      {takenBy !== null || refused ? (
        <TakeNext />
      ) : (
        <>
          {jumps && (
            <p className="govuk-body">
              Something more pressing is waiting: a contact with a sign of danger that nobody has rated, or a
              Red that nobody holds. You can still take this one. Your reason is kept with it.
            </p>
          )}
          <ReasonForm
            action={href("hub.contact.take", { reference })}
            label="Why this one first, in one line"
            button="Take this contact"
            asks={jumps}
            typed={typed}
            problems={problems}
          />
        </>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={href("hub.contact", { reference })}>
          Only read it
        </a>
      </p>
    </StaffPage>
  );
}
