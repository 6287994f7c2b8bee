import { data } from "@remix-run/node";
import { z } from "zod";
import { listAnswerId, nextPlace } from "#domain/journeys";
import { freshItem, itemsAtMost, itemsOf } from "#domain/questions/answers";
import { textsOf, type Question } from "#domain/questions/question";
import { removeItem } from "#services/drafts/remove-item";
import { saveAnswer } from "#services/drafts/save-answer";
import { href } from "../href.ts";
import { changing, goTo, numberIn, type Form } from "./draft.ts";
import { parseForm } from "./form.ts";
import { refusal, seeOther } from "./guard.ts";

/** Takes the page that lists entries: removes one, leads to a new one, or ends the list. */
export async function changeList(form: Form, question: Question, page: number, body: URLSearchParams) {
  const { access, answers, context, journey, reading } = form;
  const { repeats } = question;
  if (repeats === undefined || !("asks" in repeats)) throw refusal(404);

  const remove = body.get("remove");
  if (remove !== null) {
    const item = numberIn(remove);
    if (item === null) throw refusal(404);
    await changing(form, () => removeItem(context, { ...access, questionId: question.id, item }));
    return goTo(access.draftId, { at: "page", page });
  }

  const toSend = body.get("then") === "send" ? href("report.send", { draft: access.draftId }) : null;
  if (toSend !== null && body.get("another") === null) return seeOther(toSend);
  const choose = textsOf(question, reading.audience, reading.language).list?.choose;
  const schema = z.object({ another: z.enum(repeats.asks as [string, ...string[]], choose) });
  const read = parseForm(body, { schema, fields: ["another"] });
  if (!read.ok) return data({ problems: read.problems, view: null }, { status: 400 });

  const [adds] = repeats.asks;
  const items = itemsOf(answers, question.id);
  const { another } = read.value;
  const answer = { another };
  const after = await changing(form, () =>
    saveAnswer(context, { ...access, questionId: listAnswerId(question.id), answer }),
  );
  if (toSend !== null) return seeOther(toSend);
  if (another === adds && items.length < itemsAtMost) {
    return goTo(access.draftId, { at: "page", page, item: freshItem(items, context.newId()) });
  }
  return goTo(access.draftId, nextPlace(journey, after.answers, question.id, reading.at));
}
