import { data } from "@remix-run/node";
import { askedUnder, canSendEarly, itemsToDo, nextPlace, type Place } from "#domain/journeys";
import { freshItem, itemsOf, withAnswer, type Answer, type Answers } from "#domain/questions/answers";
import { namesOf, textsOf, type Question } from "#domain/questions/question";
import { you } from "#domain/questions/you";
import { saveAnswer } from "#services/drafts/save-answer";
import { href } from "../href.ts";
import { readAnswer } from "./answer.ts";
import { changing, goTo, type Form } from "./draft.ts";
import type { Problems } from "./form.ts";
import { seeOther } from "./guard.ts";
import { questionView } from "./question-view.ts";
import { senderStep } from "./sender-step.ts";

type Sent = { page: number; item: number | null; body: URLSearchParams };

/**
 * Takes one page of a form: keeps it and leads on, or says what is wrong with it. Somebody who presses "send now" is
 * not held up by a page that they did not need to fill in: what is on it is kept as it stands.
 */
export async function savePage(form: Form, question: Question, { page, item, body }: Sent) {
  const { answers, reading, journey, access } = form;
  const early = body.get("then") === "send";
  const read = readAnswer(body, question, answers, reading);
  const toSend = href("report.send", { draft: access.draftId });
  const asks = askedUnder(question, answers, item);
  const another = asks.length === 0 ? undefined : (body.get("another") ?? "");
  const chosen = another === undefined || asks.includes(another);
  if (read.ok && chosen) {
    return save(form, question, { item, answer: read.answer, another, to: early ? toSend : null });
  }

  if (early && isEmpty(question, body)) return seeOther(toSend);
  const typed = read.ok ? read.answer : read.typed;
  const kept = withAnswer(answers, question.id, typed, item ?? undefined);
  if (early && !read.ok && read.keepable && canSendEarly(journey, kept, reading.at)) {
    return save(form, question, { item, answer: typed, to: toSend });
  }
  const view = questionView(form, question, { page, item, typed, another });
  const own = read.ok ? null : read.problems;
  return data({ problems: chosen ? own : withChoice(own, form, question), view }, { status: 400 });
}

/** What is wrong with the page, and that nobody said whether there is another. */
function withChoice(own: Problems | null, { reading }: Form, question: Question): Problems {
  const text = textsOf(question, reading.audience, reading.language).list?.choose ?? "";
  return {
    summary: [...(own?.summary ?? []), { href: "#another", text }],
    fields: { ...own?.fields, another: text },
  };
}

const isEmpty = ({ fields }: Question, body: URLSearchParams): boolean => {
  const { one, many } = namesOf(fields);
  return [...one, ...many].every((name) => body.getAll(name).every((value) => value.trim() === ""));
};

type Kept = { item: number | null; answer: Answer; another?: string | undefined; to: string | null };

async function save(form: Form, question: Question, { item, answer, another, to }: Kept) {
  const at = item === null ? {} : { item };
  const { answers } = await changing(form, () =>
    saveAnswer(form.context, { ...form.access, questionId: question.id, answer, another, ...at }),
  );
  if (to !== null) return seeOther(to);
  const between = question.id === you.id ? await senderStep(form, answers) : null;
  return between ?? goTo(form.access.draftId, placeAfter(form, question, answers, another));
}

/**
 * After an entry comes its list, the next entry that is asked about, or what was answered to "another?"; after anything
 * else the next question.
 */
function placeAfter(form: Form, question: Question, answers: Answers, another: string | undefined): Place {
  const { journey, reading, context } = form;
  const { repeats } = question;
  const page = journey.findIndex(({ id }) => id === question.id) + 1;
  if (another !== undefined && repeats !== undefined && "asks" in repeats) {
    return another === repeats.asks[0]
      ? { at: "page", page, item: freshItem(itemsOf(answers, question.id), context.newId()) }
      : nextPlace(journey, answers, question.id, reading.at);
  }
  if (repeats !== undefined && "least" in repeats) return { at: "page", page };
  const [item] = repeats === undefined ? [] : itemsToDo(question, answers, reading.at);
  return item === undefined
    ? nextPlace(journey, answers, question.id, reading.at)
    : { at: "page", page, item };
}
