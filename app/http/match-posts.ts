import type { StaffActor } from "#domain/actor";
import { adultAnswerSchema, caseAnswerSchema, hubFormWords, matchSchema } from "#domain/hub-forms";
import type { Context } from "#services/context";
import { answerAdult, endAdultAnswer } from "#services/contacts/answer-adult";
import { answerMatch, endMatchAnswer } from "#services/contacts/answer-match";
import { answerCase, endCaseAnswer } from "#services/open-cases/answer-case";
import { href } from "../href.ts";
import { parseForm } from "./form.ts";
import { seeOther } from "./guard.ts";
import { refusedChange, versionIn, wrongForm } from "./refused-change.ts";

type Answering = { context: Context; actor: StaffActor; reference: string };

const back = (reference: string, id: string) =>
  seeOther(`${href("hub.contact.matches", { reference })}#${id}`);

/** Whether a child is the child of an earlier contact. */
export async function answerAboutMatch({ context, actor, reference }: Answering, body: URLSearchParams) {
  const version = versionIn(body);
  const fields = ["matchId", "answer", "reason"];
  const form = parseForm(body, { schema: matchSchema, fields, words: hubFormWords });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const { answer, reason, matchId } = form.value;
  const asked = { reference, version, matchId };
  const refused = await refusedChange(
    () =>
      answer === "take_back"
        ? endMatchAnswer(context, actor, { ...asked, reason })
        : answerMatch(context, actor, { ...asked, answer, reason }),
    form.typed,
  );
  return refused ?? back(reference, `match-${matchId}`);
}

/** Whether a child is the child of an open case. */
export async function answerAboutCase({ context, actor, reference }: Answering, body: URLSearchParams) {
  const version = versionIn(body);
  const fields = ["caseId", "childId", "answer", "reason"];
  const form = parseForm(body, { schema: caseAnswerSchema, fields, words: hubFormWords });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const { answer, reason, caseId, childId } = form.value;
  const asked = { reference, version, caseId, childId };
  const refused = await refusedChange(
    () =>
      answer === "take_back"
        ? endCaseAnswer(context, actor, asked)
        : answerCase(context, actor, { ...asked, answer, reason }),
    form.typed,
  );
  return refused ?? back(reference, `case-${caseId}-${childId}`);
}

/** Whether an adult is an adult of another contact. */
export async function answerAboutAdult({ context, actor, reference }: Answering, body: URLSearchParams) {
  const version = versionIn(body);
  const fields = ["adultId", "otherId", "answer", "reason"];
  const form = parseForm(body, { schema: adultAnswerSchema, fields, words: hubFormWords });
  if (!form.ok) return wrongForm(form.problems, form.typed);
  const { answer, ...said } = form.value;
  const asked = { reference, version, ...said };
  const refused = await refusedChange(
    () =>
      answer === "take_back"
        ? endAdultAnswer(context, actor, asked)
        : answerAdult(context, actor, { ...asked, answer }),
    form.typed,
  );
  return refused ?? back(reference, `adult-${said.adultId}-${said.otherId}`);
}
