import { data } from "@remix-run/node";
import { canSendEarly, itemsToDo, nextPlace, type Place } from "#domain/journeys";
import { withAnswer, type Answer, type Answers } from "#domain/questions/answers";
import { namesOf, type Question } from "#domain/questions/question";
import { saveAnswer } from "#services/drafts/save-answer";
import { href } from "../href.ts";
import { readAnswer } from "./answer.ts";
import { changing, goTo, type Form } from "./draft.ts";
import { seeOther } from "./guard.ts";
import { questionView } from "./question-view.ts";

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
  if (read.ok) return save(form, question, item, read.answer, early ? toSend : null);

  if (early && isEmpty(question, body)) return seeOther(toSend);
  const kept = withAnswer(answers, question.id, read.typed, item ?? undefined);
  if (early && read.keepable && canSendEarly(journey, kept, reading.at)) {
    return save(form, question, item, read.typed, toSend);
  }
  const view = questionView(form, question, { page, item, typed: read.typed });
  return data({ problems: read.problems, view }, { status: 400 });
}

const isEmpty = ({ fields }: Question, body: URLSearchParams): boolean => {
  const { one, many } = namesOf(fields);
  return [...one, ...many].every((name) => body.getAll(name).every((value) => value.trim() === ""));
};

async function save(form: Form, question: Question, item: number | null, answer: Answer, to: string | null) {
  const at = item === null ? {} : { item };
  const { answers } = await changing(form, () =>
    saveAnswer(form.context, { ...form.access, questionId: question.id, answer, ...at }),
  );
  return to === null ? goTo(form.access.draftId, placeAfter(form, question, answers)) : seeOther(to);
}

/** After an entry comes its list, or the next entry that is asked about; after anything else the next question. */
function placeAfter({ journey, reading }: Form, question: Question, answers: Answers): Place {
  const { repeats } = question;
  const page = journey.findIndex(({ id }) => id === question.id) + 1;
  if (repeats !== undefined && "least" in repeats) return { at: "page", page };
  const [item] = repeats === undefined ? [] : itemsToDo(question, answers, reading.at);
  return item === undefined
    ? nextPlace(journey, answers, question.id, reading.at)
    : { at: "page", page, item };
}
