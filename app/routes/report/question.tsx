import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeList } from "#app/http/change-list";
import { goTo, mayVisit, numberIn, openForm, titled, type Form } from "#app/http/draft";
import { readForm } from "#app/http/form";
import { refusal, seeOther } from "#app/http/guard";
import { listTitle, listView } from "#app/http/list-view";
import { pageTitle, questionView } from "#app/http/question-view";
import { savePage } from "#app/http/save-page";
import { itemsToDo, questionAt } from "#domain/journeys";
import { freshItem, itemsOf } from "#domain/questions/answers";
import { files } from "#domain/questions/files";
import type { Question } from "#domain/questions/question";
import { listOpenlyNamed } from "#services/directory/list-openly-named";
import { ListPage } from "../../components/questions/list-page.tsx";
import { QuestionPage } from "../../components/questions/question-page.tsx";
import { href } from "../../href.ts";

async function openPage(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const form = await openForm(args, "report.question");
  const page = numberIn(form.params["page"]);
  const question = page === null ? null : questionAt(form.journey, page);
  if (page === null || question === null) throw refusal(404);
  mayVisit(form, { at: "page", page });
  // Files come another way than words.
  if (question.id === files.id) throw seeOther(href("report.files", { draft: form.access.draftId }));
  return { form, page, question };
}

/** The entry that a repeated question opens instead of its list: the first one, or the next one that is asked about. */
function entryToOpen({ answers, reading, context }: Form, question: Question): number | null {
  const { repeats } = question;
  if (repeats === undefined) return null;
  if ("each" in repeats) {
    const [first] = itemsToDo(question, answers, reading.at);
    return first ?? itemsOf(answers, repeats.each)[0]?.item ?? null;
  }
  const items = itemsOf(answers, question.id);
  return items.length < repeats.least ? freshItem(items, context.newId()) : null;
}

/** One route for every question of every journey; which one it is follows from the page's number. */
export async function loader(args: LoaderFunctionArgs) {
  const { form, page, question } = await openPage(args);
  const item = entryToOpen(form, question);
  if (item !== null) throw goTo(form.access.draftId, { at: "page", page, item });
  if (question.repeats !== undefined) {
    const list = listView(form, question, page);
    return { ...titled(form, listTitle(form, question), page), list, view: null, organisations: [] };
  }
  const view = questionView(form, question, { page, item: null, typed: null });
  const asksForOne = question.fields.some((field) => "suggests" in field);
  const organisations = asksForOne ? await listOpenlyNamed(form.context) : [];
  return { ...titled(form, pageTitle(form, question), page), list: null, view, organisations };
}

export async function action(args: ActionFunctionArgs) {
  const { form, page, question } = await openPage(args);
  const body = await readForm(args.request);
  return question.repeats === undefined
    ? savePage(form, question, { page, item: null, body })
    : changeList(form, question, page, body);
}

export default function QuestionRoute() {
  const { list, view: kept, organisations } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const view = refused?.view ?? kept;
  if (list !== null) return <ListPage view={list} problems={refused?.problems} />;
  if (view === null) return null;
  return <QuestionPage view={view} problems={refused?.problems} organisations={organisations} />;
}
