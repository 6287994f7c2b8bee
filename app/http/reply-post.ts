import type { StaffActor } from "#domain/actor";
import { askBackSchema } from "#domain/agency-forms";
import { emptyReply, isReplyKind, replySchemas, type ReplyContent } from "#domain/agency-reply";
import { hubFormWords } from "#domain/hub-forms";
import { datePartsOf } from "#domain/questions/question";
import { readTypedDate } from "#domain/questions/typed-date";
import { localDate } from "#domain/time-words";
import { askBack } from "#services/agencies/ask-back";
import { replyRequest } from "#services/agencies/reply-request";
import type { Context } from "#services/context";
import { href } from "../href.ts";
import { takeForm } from "./admin-form.ts";
import { parseForm, typedIn } from "./form.ts";
import { refusal, seeOther } from "./guard.ts";
import { entered, wrongEntry } from "./refused-entry.ts";

/** The fields of each kind of answer, in the order of the page. */
const fieldsOf = {
  no_trace: ["asBefore", "systems"],
  known: [
    ...["facts", "opinion", "source", "informationOn", "protects", "staffRisks", "need"],
    ...["notSharedWith", "notSharedBecause", "part"],
  ],
  not_sharing: ["because"],
  wrong_agency: ["because"],
} as const;

const boxesOfDate = datePartsOf("informationOn");

/**
 * Answers what an agency was asked, or gives back the form with what is wrong with it.
 * @throws Response 400 for an answer that there is not
 */
export async function replyPost(context: Context, actor: StaffActor, id: string, body: URLSearchParams) {
  const kind = body.get("do");
  if (kind === "ask_back") return askBackPost(context, actor, id, body);
  if (!isReplyKind(kind)) throw refusal(400);
  const boxes = typedIn(body, { fields: [...boxesOfDate, "formKey"] });
  const date = readTypedDate(boxes, "informationOn", localDate(context.now()));
  body.set("informationOn", date.is === "date" ? date.date : date.is === "empty" ? "" : "not a date");
  const shape = { fields: ["do", ...fieldsOf[kind]], words: hubFormWords };
  const form = parseForm(body, { schema: replySchemas[kind], ...shape });
  const typed = { ...form.typed, ...boxes };
  if (!form.ok) return wrongEntry(form.problems, typed);
  const { asBefore, part, ...said }: Partial<ReplyContent> & { asBefore?: "yes"; part?: "yes" } = form.value;
  return entered(async () => {
    await replyRequest(context, actor, {
      ...{ id, kind, formKey: body.get("formKey") ?? "", content: { ...emptyReply, ...said } },
      ...{ asBefore: asBefore === "yes", part: part === "yes" },
    });
    return part === "yes"
      ? seeOther(href("partner.request", { id }, { done: "part" }))
      : seeOther(href("partner.home", {}, { done: "answered" }));
  }, typed);
}

function askBackPost(context: Context, actor: StaffActor, id: string, body: URLSearchParams) {
  const formKey = body.get("formKey") ?? "";
  return takeForm(body, { schema: askBackSchema, fields: ["formKey", "text"] }, ({ text }) =>
    askBack(context, actor, { id, formKey, text }).then(() =>
      href("partner.request", { id }, { done: "asked" }),
    ),
  );
}
