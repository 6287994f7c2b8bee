import { listAnswerId } from "#domain/journeys";
import { withAnswer, type Answer, type Answers } from "#domain/questions/answers";
import type { Context } from "../context.ts";
import { changeAnswers } from "./change-answers.ts";
import type { DraftAccess } from "./draft-access.ts";

/**
 * Keeps one page's answer (or one entry of a page that repeats) as it was typed.
 * @param input.another the answer to "another?", where it stood under the entry
 * @throws Conflict with the receipt when the form was already sent
 */
export async function saveAnswer(
  context: Context,
  input: DraftAccess & { questionId: string; item?: number; answer: Answer; another?: string | undefined },
): Promise<{ answers: Answers }> {
  const { questionId, answer, item, another } = input;
  return changeAnswers(context, input, (answers) => {
    const kept = withAnswer(answers, questionId, answer, item);
    return another === undefined ? kept : withAnswer(kept, listAnswerId(questionId), { another });
  });
}
