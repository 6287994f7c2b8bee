import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm } from "#app/http/form";
import { guard, handled, seeOther } from "#app/http/guard";
import { meOf } from "#app/http/me";
import { refusedChange, wrongForm } from "#app/http/refused-change";
import { omissionWords } from "#domain/access";
import { hubFormWords } from "#domain/hub-forms";
import { chooseSchema } from "#domain/records-forms";
import { chooseItem } from "#services/records/access/choose-item";
import { readAnswer } from "#services/records/access/read-answer";
import { InsetText } from "../../components/govuk/inset-text.tsx";
import { FormProblems } from "../../components/public/form-problems.tsx";
import { AnswerItem } from "../../components/records/answer-item.tsx";
import { RecordsPage } from "../../components/records/records-page.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context, actor, params } = await guard(args, "records.answer");
  const answer = await handled(() => readAnswer(context, actor, params["id"] ?? ""));
  return { title: "What somebody is given about themselves", me: meOf(actor), answer };
}

export async function action(args: ActionFunctionArgs) {
  const { context, actor, params } = await guard(args, "records.answer");
  const id = params["id"] ?? "";
  const body = await readForm(args.request);
  await handled(() => readAnswer(context, actor, id));
  const form = parseForm(body, {
    schema: chooseSchema,
    fields: ["item", "choice", "reason"],
    words: hubFormWords,
  });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const refused = await refusedChange(() => chooseItem(context, actor, { id, ...form.value }), form.typed);
  return refused ?? seeOther(`${href("records.answer", { id })}#${anchorOf(form.value.item)}`);
}

const anchorOf = (item: string) => `item-${item.replaceAll(":", "-")}`;

export default function AnswerPage() {
  const { me, answer } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again && "problems" in again ? again.problems : undefined;
  const wrong = String(again?.typed["item"] ?? "");
  const { id, items, leftOut, live, ready, mine } = answer;
  return (
    <RecordsPage me={me} current="records.access">
      <FormProblems
        problems={
          problems && {
            ...problems,
            summary: Object.values(problems.fields).map((text) => ({ href: `#${anchorOf(wrong)}`, text })),
          }
        }
      />
      <h1 className="govuk-heading-l">What somebody is given about themselves</h1>
      <InsetText>
        {ready ? (
          <a className="govuk-link" href={href("records.answer-file", { id })}>
            Take the file that is given
          </a>
        ) : live ? (
          <>
            {mine
              ? "Somebody else has to release it before it can be given. "
              : "Read it all, then release it. "}
            <a className="govuk-link" href={href("records.access")}>
              Requests for data
            </a>
          </>
        ) : (
          "It can no longer be given. Ask for it anew."
        )}
      </InsetText>
      <h2 className="govuk-heading-m">What is left out</h2>
      {leftOut.length === 0 && <p className="govuk-body">Nothing.</p>}
      {leftOut.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {leftOut.map(({ because, count }) => (
            <li key={because}>{`${omissionWords[because]}: ${count}`}</li>
          ))}
        </ul>
      )}
      {items.map((item) => (
        <AnswerItem
          key={item.id}
          action={href("records.answer", { id })}
          anchor={anchorOf(item.id)}
          item={item}
          live={live}
          typed={wrong === item.id ? again?.typed : undefined}
          problems={wrong === item.id ? problems : undefined}
        />
      ))}
    </RecordsPage>
  );
}
