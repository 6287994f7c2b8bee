import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { problemsFrom, refusedChange, wrongForm } from "#app/http/refused-change";
import { hubFormWords } from "#domain/hub-forms";
import { answerAskedSchema, findSchema } from "#domain/records-forms";
import { parseReference } from "#domain/reference";
import { proposalKinds } from "#domain/two-people";
import { confirmAsked, withdrawAsked } from "#services/records/confirm";
import { listAsked } from "#services/records/list-asked";
import { readRecord } from "#services/records/read-record";
import { NotFound } from "#services/errors";
import { Button } from "../../components/govuk/button.tsx";
import { Input } from "../../components/govuk/input.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { askedProblem, AskedList } from "../../components/records/asked-list.tsx";
import { RecordsPage } from "../../components/records/records-page.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor } = await guard(args, "records.asked");
  const olderThan = new URL(args.request.url).searchParams.get("before");
  const list = await handled(() => listAsked(context, actor, { kinds: proposalKinds, olderThan }));
  return { title: "What needs a second person", me: meOf(actor), ...list };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor } = await guard(args, "records.asked");
  const body = await readForm(args.request);
  if (!body.has("id")) {
    const form = parseForm(body, { schema: findSchema, fields: ["reference"], words: hubFormWords });
    if (!form.ok) return wrongForm(form.problems, form.typed);
    const reference = parseReference(form.value.reference) ?? "";
    try {
      await readRecord(context, actor, reference);
    } catch (error) {
      if (!(error instanceof NotFound))
        return refusedChange(() => Promise.reject(error as Error), form.typed);
      return wrongForm(problemsFrom({ reference: "There is no contact with this reference" }), form.typed);
    }
    return seeOther(href("records.contact", { reference }));
  }
  const form = parseForm(body, { schema: answerAskedSchema, fields: ["id", "do"], words: hubFormWords });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const { id, do: what } = form.value;
  const run = what === "confirm" ? confirmAsked : withdrawAsked;
  return (await refusedChange(() => run(context, actor, id), form.typed)) ?? seeOther(href("records.asked"));
}

export default function AskedPage() {
  const { me, rows, olderThan } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again && "problems" in again ? again.problems : undefined;
  const onOne = again?.typed["id"] === undefined ? undefined : askedProblem(again);
  const typed = again?.typed["reference"];
  return (
    <RecordsPage me={me} current="records.asked">
      <FormProblems problems={onOne?.problems ?? problems} />
      <h1 className="govuk-heading-l">What needs a second person</h1>
      <form method="post" action={href("records.asked")} noValidate>
        <Input
          name="reference"
          label="Find a contact to hold, erase or answer somebody about"
          hint="Its reference: eight letters and figures, such as HK4M 7Q2X"
          value={typeof typed === "string" ? typed : ""}
          error={problems?.fields["reference"]}
          classes="govuk-input--width-10"
          autocomplete="off"
        />
        <Button classes="govuk-button--secondary">Find it</Button>
      </form>
      {rows.length === 0 ? (
        <p className="govuk-body">Nobody has asked for anything.</p>
      ) : (
        <AskedList rows={rows} action={href("records.asked")} problem={onOne} />
      )}
      {olderThan !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={href("records.asked", {}, { before: olderThan })}>
            Older
          </a>
        </p>
      )}
    </RecordsPage>
  );
}
