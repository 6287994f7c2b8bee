import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { goTo, mayVisit, numberIn, openForm, titled } from "#app/http/draft";
import { readForm } from "#app/http/form";
import { refusal } from "#app/http/guard";
import { pageTitle, questionView } from "#app/http/question-view";
import { savePage } from "#app/http/save-page";
import { questionAt } from "#domain/journeys";
import { itemNumberAtMost, itemsAtMost, itemsOf } from "#domain/questions/answers";
import { QuestionPage } from "../../components/questions/question-page.tsx";

/** One entry of a question that can be answered several times. A number that is not there yet is a new entry. */
async function openEntry(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const form = await openForm(args, "report.item");
  const page = numberIn(form.params["page"]);
  const item = numberIn(form.params["item"]);
  const question = page === null ? null : questionAt(form.journey, page);
  if (page === null || item === null || item > itemNumberAtMost || question?.repeats === undefined) {
    throw refusal(404);
  }
  mayVisit(form, { at: "page", page });
  const { repeats } = question;
  const isOneOf = (id: string) => itemsOf(form.answers, id).some((entry) => entry.item === item);
  if ("each" in repeats && !isOneOf(repeats.each)) throw refusal(404);
  const full = itemsOf(form.answers, question.id).length >= itemsAtMost && !isOneOf(question.id);
  if (full) throw goTo(form.access.draftId, { at: "page", page });
  return { form, page, item, question };
}

export async function loader(args: LoaderFunctionArgs) {
  const { form, page, item, question } = await openEntry(args);
  return {
    ...titled(form, pageTitle(form, question), page),
    view: questionView(form, question, { page, item, typed: null }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { form, page, item, question } = await openEntry(args);
  return savePage(form, question, { page, item, body: await readForm(args.request) });
}

export default function ItemRoute() {
  const { view } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <QuestionPage view={refused?.view ?? view} problems={refused?.problems} />;
}
