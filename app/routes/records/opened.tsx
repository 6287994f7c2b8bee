import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { problemsOfOne, refusedChange, wrongForm } from "#app/http/refused-change";
import { hubFormWords, reviewSchema } from "#domain/hub-forms";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import { listOpened } from "#services/restricted/list-opened";
import { reviewGlass } from "#services/restricted/review-glass";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "records.opened");
  return {
    title: "Opened in an emergency",
    me: meOf(actor),
    opened: await handled(() => listOpened(context, actor)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "records.opened");
  const form = parseForm(await readForm(args.request), {
    schema: reviewSchema,
    fields: ["id", "finding", "note"],
    words: hubFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const refused = await refusedChange(() => reviewGlass(context, actor, form.value), form.typed);
  return refused ?? seeOther(href("records.opened"));
}

const findingWords = { needed: "It was needed", not_needed: "It was not needed" };

export default function OpenedPage() {
  const { me, opened } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const asked = again?.typed["id"];
  const problems = again && "problems" in again ? problemsOfOne(again.problems, String(asked)) : undefined;
  const typed = again?.typed["note"];
  return (
    <StaffPage me={me} section="records.opened">
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Opened in an emergency</h1>
      <p className="govuk-body">
        Restricted contacts that somebody opened who is not cleared. Say within a day whether it was needed;
        after that the managers are told that nobody has.
      </p>
      {opened.length === 0 && <p className="govuk-body">Nobody has opened one.</p>}
      {opened.length > 0 && (
        <ul className="govuk-list">
          {opened.map(({ id, reference, by, at, until, reviewBy, reason, finding, mine }) => (
            <li key={id} className="govuk-!-margin-bottom-7">
              <h2 className="govuk-heading-m govuk-!-margin-bottom-1">
                {`${formatReference(reference)}, opened by ${by}`}
              </h2>
              <p className="govuk-body govuk-!-margin-bottom-1">
                {`From ${dayAndTime(at)} until ${dayAndTime(until)}. `}
                <a className="govuk-link" href={href("hub.contact.looked", { reference })}>
                  What they saw
                  <span className="govuk-visually-hidden">{` of ${formatReference(reference)}`}</span>
                </a>
              </p>
              <p className="govuk-body app-written">{`Why: ${reason}`}</p>
              {finding !== null ? (
                <p className="govuk-body">
                  <strong>{findingWords[finding]}</strong>
                </p>
              ) : mine ? (
                <p className="govuk-body">You opened it yourself: somebody else reviews it.</p>
              ) : (
                <form method="post" action={href("records.opened")} noValidate>
                  <p className="govuk-body">{`Review it by ${dayAndTime(reviewBy)}.`}</p>
                  <input type="hidden" name="id" value={id} />
                  <Input
                    name="note"
                    id={`note-${id}`}
                    label="What you found, in one line"
                    value={asked === id && typeof typed === "string" ? typed : ""}
                    error={asked === id ? problems?.fields["note"] : undefined}
                    autocomplete="off"
                  />
                  <div className="govuk-button-group">
                    <Button classes="govuk-button--secondary" name="finding" value="needed">
                      {findingWords.needed}
                    </Button>
                    <Button classes="govuk-button--secondary" name="finding" value="not_needed">
                      {findingWords.not_needed}
                    </Button>
                  </div>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </StaffPage>
  );
}
