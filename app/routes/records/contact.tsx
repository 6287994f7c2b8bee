import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm, type Problems } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedChange, wrongForm } from "#app/http/refused-change";
import { erasedInWords, keptWords } from "#domain/erasure";
import { hubFormWords } from "#domain/hub-forms";
import { askAccessSchema, eraseSchema, holdSchema } from "#domain/records-forms";
import { formatReference } from "#domain/reference";
import { dayAndTime, localDate, longDate } from "#domain/time-words";
import { askForAccess } from "#services/records/access/ask-for-access";
import { askToEraseContact, askToErasePerson } from "#services/records/ask-to-erase";
import { placeHold } from "#services/records/legal-holds";
import { readRecord } from "#services/records/read-record";
import { InsetText } from "../../components/govuk/inset-text.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { AccessForm, EraseForm, HoldForm } from "../../components/records/record-forms.tsx";
import { RecordsPage } from "../../components/records/records-page.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "records.contact");
  const record = await handled(() => readRecord(context, actor, params["reference"] ?? ""));
  return { title: "How long a contact is kept", me: meOf(actor), record };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "records.contact");
  const reference = params["reference"] ?? "";
  const body = await readForm(args.request);
  // Whoever may not know of it learns nothing from what is wrong with the form.
  await handled(() => readRecord(context, actor, reference));
  if (body.get("do") === "hold") {
    const fields = ["do", "about", "months", "reason"];
    const form = parseForm(body, { schema: holdSchema, fields, words: hubFormWords });
    if (!form.ok) return wrongForm(form.problems, form.typed);
    const { about, months, reason } = form.value;
    const placing = {
      reference,
      personId: about === "contact" ? null : about,
      months: Number(months),
      reason,
    };
    const refused = await refusedChange(() => placeHold(context, actor, placing), form.typed);
    return refused ?? seeOther(href("records.contact", { reference }));
  }
  if (body.get("do") === "access") {
    const fields = ["do", "whose", "reason"];
    const form = parseForm(body, { schema: askAccessSchema, fields, words: hubFormWords });
    if (!form.ok) return wrongForm(form.problems, form.typed);
    const [whose, id = ""] = form.value.whose.split(":");
    const asked = {
      reference,
      whose: whose === "adult" ? whose : "child",
      id,
      reason: form.value.reason,
    } as const;
    let answer = "";
    const refused = await refusedChange(async () => {
      answer = await askForAccess(context, actor, asked);
    }, form.typed);
    return refused ?? seeOther(href("records.answer", { id: answer }));
  }
  const fields = ["do", "about", "ground", "reason"];
  const form = parseForm(body, { schema: eraseSchema, fields, words: hubFormWords });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const { about, ...asked } = form.value;
  const refused = await refusedChange(
    () =>
      about === "contact"
        ? askToEraseContact(context, actor, { reference, ...asked })
        : askToErasePerson(context, actor, { reference, personId: about, ...asked }),
    form.typed,
  );
  return refused ?? seeOther(href("records.asked"));
}

export default function RecordsContactPage() {
  const { me, record } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const which = formOf(again?.typed["do"]);
  const problems = again && "problems" in again ? anchored(again.problems, which) : undefined;
  const { reference, erased, people, kept, holds } = record;
  const of = (form: typeof which) =>
    again !== undefined && which === form
      ? { typed: again.typed, problems }
      : { typed: undefined, problems: undefined };
  return (
    <RecordsPage me={me} current={null}>
      <FormProblems problems={problems} />
      <h1 className="govuk-heading-l">{`How long ${formatReference(reference)} is kept`}</h1>
      {erased !== null ? (
        <InsetText>{erasedInWords(longDate(localDate(erased.at)), erased.ground)}</InsetText>
      ) : (
        <>
          <p className="govuk-body">{`Received ${dayAndTime(record.receivedAt)}.`}</p>
          <ul className="govuk-list govuk-list--bullet">
            {people.map(({ id, whose, name }) => (
              <li key={id}>{`${name} (${whose})`}</li>
            ))}
          </ul>
          {holds.map(({ id, onPerson, by, at, reviewOn }) => (
            <InsetText key={id}>
              {`${onPerson ? "Somebody in it is held" : "It is held"} since ${dayAndTime(at)} by ${by}, to be looked at again on ${longDate(reviewOn)}. `}
              <a className="govuk-link" href={href("records.holds")}>
                Legal holds
              </a>
            </InsetText>
          ))}
          <AccessForm reference={reference} people={people} {...of("access")} />
          <HoldForm reference={reference} people={people} {...of("hold")} />
          {kept.length > 0 ? (
            <>
              <h2 className="govuk-heading-m">It cannot be erased now</h2>
              <ul className="govuk-list govuk-list--bullet">
                {kept.map((because) => (
                  <li key={because}>{keptWords[because]}</li>
                ))}
              </ul>
            </>
          ) : (
            <EraseForm reference={reference} people={people} {...of("erase")} />
          )}
        </>
      )}
    </RecordsPage>
  );
}

const formOf = (named: unknown) => (named === "hold" || named === "access" ? named : "erase");

/** The forms have fields of the same names; a line of the summary leads to the right one. */
const anchored = (problems: Problems, form: string): Problems => ({
  ...problems,
  summary: problems.summary.map(({ href: to, text }) => ({ href: `#${form}-${to.slice(1)}`, text })),
});
