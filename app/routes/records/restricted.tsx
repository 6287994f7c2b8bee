import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { problemsOfOne, refusedChange, wrongForm } from "#app/http/refused-change";
import { hubFormWords, liftSchema } from "#domain/hub-forms";
import { formatReference } from "#domain/reference";
import { restrictionWords } from "#domain/restriction";
import { dayAndTime } from "#domain/time-words";
import { askToLift, keepRestriction, liftRestriction } from "#services/restricted/lift-restriction";
import { listRestrictions } from "#services/restricted/list-restrictions";
import { StaffPage } from "../../components/frame/staff-page.tsx";
import { Button } from "../../components/govuk/button.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "records.restricted");
  const olderThan = new URL(args.request.url).searchParams.get("before");
  const list = await handled(() => listRestrictions(context, actor, { olderThan }));
  return { title: "Restricted people", me: meOf(actor), ...list };
}

const settle = { lift: liftRestriction, keep: keepRestriction };

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "records.restricted");
  const form = parseForm(await readForm(args.request), {
    schema: liftSchema,
    fields: ["id", "what", "reason"],
    words: hubFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const { id, what, reason } = form.value;
  const refused = await refusedChange(
    () => (what === "ask" ? askToLift(context, actor, { id, reason }) : settle[what](context, actor, { id })),
    form.typed,
  );
  return refused ?? seeOther(href("records.restricted"));
}

export default function RestrictedPage() {
  const { me, rows, olderThan } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const asked = again?.typed["id"];
  const problems = again && "problems" in again ? problemsOfOne(again.problems, String(asked)) : undefined;
  const typed = again?.typed["reason"];
  return (
    <StaffPage me={me} section="records.restricted">
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">Restricted people</h1>
      <p className="govuk-body">
        What is about them is known to managers and the records officer alone. One person asks for a
        restriction to be lifted, another lifts it within three days. A restriction about your own family is
        not shown to you.
      </p>
      {rows.length === 0 && <p className="govuk-body">Nobody is restricted.</p>}
      {rows.length > 0 && (
        <ul className="govuk-list">
          {rows.map(({ id, kind, reason, by, at, references, lift }) => (
            <li key={id} className="govuk-!-margin-bottom-7">
              <h2 className="govuk-heading-m govuk-!-margin-bottom-1">{restrictionWords[kind]}</h2>
              <p className="govuk-body govuk-!-margin-bottom-1 app-written">{reason}</p>
              <p className="govuk-body govuk-!-margin-bottom-1">{`Restricted by ${by}, ${dayAndTime(at)}`}</p>
              <p className="govuk-body">
                {references.length === 0 ? "It locks no contact." : "Contacts: "}
                {references.map((reference) => (
                  <span key={reference}>
                    <a className="govuk-link" href={href("hub.contact.restrict", { reference })}>
                      {formatReference(reference)}
                    </a>{" "}
                  </span>
                ))}
              </p>
              <form method="post" action={href("records.restricted")} noValidate>
                <input type="hidden" name="id" value={id} />
                {lift === null ? (
                  <>
                    <Input
                      name="reason"
                      id={`reason-${id}`}
                      label="Why it can be lifted, in one line"
                      value={asked === id && typeof typed === "string" ? typed : ""}
                      error={asked === id ? problems?.fields["reason"] : undefined}
                      autocomplete="off"
                    />
                    <Button classes="govuk-button--secondary" name="what" value="ask">
                      Ask for it to be lifted
                    </Button>
                  </>
                ) : (
                  <>
                    <p className="govuk-body app-written">
                      {`${lift.by} asked for it to be lifted, ${dayAndTime(lift.at)}: ${lift.reason}`}
                    </p>
                    {lift.mine ? (
                      <p className="govuk-body">Somebody else has to lift it.</p>
                    ) : (
                      <Button classes="govuk-button--warning" name="what" value="lift">
                        Lift it
                      </Button>
                    )}{" "}
                    <Button classes="govuk-button--secondary" name="what" value="keep">
                      {lift.mine ? "Take it back" : "Leave it restricted"}
                    </Button>
                  </>
                )}
              </form>
            </li>
          ))}
        </ul>
      )}
      {olderThan !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={href("records.restricted", {}, { before: olderThan })}>
            Older
          </a>
        </p>
      )}
    </StaffPage>
  );
}
