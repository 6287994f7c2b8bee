import { withAnswer, type Answer, type Answers } from "#domain/questions/answers";
import type { Context } from "../context.ts";
import { changeAnswers } from "./change-answers.ts";
import type { DraftAccess } from "./draft-access.ts";

/**
 * Keeps one page's answer (or one entry of a page that repeats) as it was typed.
 * @throws Conflict with the receipt when the form was already sent
 */
export async function saveAnswer(
  context: Context,
  input: DraftAccess & { questionId: string; item?: number; answer: Answer },
): Promise<{ answers: Answers }> {
  return changeAnswers(context, input, (answers) =>
    withAnswer(answers, input.questionId, input.answer, input.item),
  );
}
