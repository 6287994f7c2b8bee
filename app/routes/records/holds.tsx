import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { problemsOfOne, refusedChange, wrongForm } from "#app/http/refused-change";
import { hubFormWords } from "#domain/hub-forms";
import { liftHoldSchema } from "#domain/records-forms";
import { formatReference } from "#domain/reference";
import { dayAndTime, longDate } from "#domain/time-words";
import { liftHold } from "#services/records/legal-holds";
import { listHolds } from "#services/records/list-holds";
import { Button } from "../../components/govuk/button.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { RecordsPage } from "../../components/records/records-page.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "records.holds");
  const after = new URL(args.request.url).searchParams.get("after");
  const list = await handled(() => listHolds(context, actor, { after }));
  return { title: "Legal holds", me: meOf(actor), ...list };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "records.holds");
  const form = parseForm(await readForm(args.request), {
    schema: liftHoldSchema,
    fields: ["id", "reason"],
    words: hubFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const refused = await refusedChange(() => liftHold(context, actor, form.value), form.typed);
  return refused ?? seeOther(href("records.holds"));
}

export default function HoldsPage() {
  const { me, rows, after } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const asked = again?.typed["id"];
  const problems = again && "problems" in again ? problemsOfOne(again.problems, String(asked)) : undefined;
  const typed = again?.typed["reason"];
  return (
    <RecordsPage me={me} current="records.holds">
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Legal holds</h1>
      <p className="govuk-body">
        What is held is not erased, whoever asks for it and whatever its time: for a court, an inquiry, a
        complaint or a review. Holds that should be looked at again come first.
      </p>
      {rows.length === 0 && <p className="govuk-body">Nothing is held.</p>}
      {rows.length > 0 && (
        <ul className="govuk-list">
          {rows.map(({ id, onPerson, references, reason, reviewOn, late, by, at }) => (
            <li key={id} className="govuk-!-margin-bottom-7">
              <h2 className="govuk-heading-m govuk-!-margin-bottom-1">
                {onPerson ? "Somebody, and every contact about them" : "One contact"}
              </h2>
              <p className="govuk-body govuk-!-margin-bottom-1">
                {references.map((reference) => (
                  <span key={reference}>
                    <a className="govuk-link" href={href("records.contact", { reference })}>
                      {formatReference(reference)}
                    </a>{" "}
                  </span>
                ))}
              </p>
              <p className="govuk-body govuk-!-margin-bottom-1 app-written">{`Kept for: ${reason}`}</p>
              <p className="govuk-body">
                {`Placed by ${by}, ${dayAndTime(at)}. `}
                {late ? (
                  <strong>{`To be looked at again since ${longDate(reviewOn)}`}</strong>
                ) : (
                  `To be looked at again on ${longDate(reviewOn)}`
                )}
              </p>
              <form method="post" action={href("records.holds")} noValidate>
                <input type="hidden" name="id" value={id} />
                <Input
                  name="reason"
                  id={`reason-${id}`}
                  label="Why it is no longer needed, in one line"
                  value={asked === id && typeof typed === "string" ? typed : ""}
                  error={asked === id ? problems?.fields["reason"] : undefined}
                  autocomplete="off"
                />
                <Button classes="govuk-button--secondary">Lift the hold</Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {after !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={href("records.holds", {}, { after })}>
            More
          </a>
        </p>
      )}
    </RecordsPage>
  );
}
