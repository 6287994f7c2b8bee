import { withoutItem, type Answers } from "#domain/questions/answers";
import type { Context } from "../context.ts";
import { changeAnswers } from "./change-answers.ts";
import type { DraftAccess } from "./draft-access.ts";

/** @throws Conflict with the receipt when the form was already sent */
export async function removeItem(
  context: Context,
  input: DraftAccess & { questionId: string; item: number },
): Promise<{ answers: Answers }> {
  return changeAnswers(context, input, (answers) => withoutItem(answers, input.questionId, input.item));
}
