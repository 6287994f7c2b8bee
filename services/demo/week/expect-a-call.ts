import { danger } from "#domain/questions/danger";
import type { Context } from "../../context.ts";
import { saveAnswer } from "../../drafts/save-answer.ts";
import { startDraft } from "../../drafts/start-draft.ts";

/** As long ago as somebody on duty would ask what became of it. */
const minutesAgo = 35;

/** A neighbour said that a child is in danger, was told to call 999, and has not been heard of since. */
export async function expectACall(context: Context): Promise<void> {
  const then = new Date(context.now().getTime() - minutesAgo * 60_000);
  const earlier = { ...context, now: () => then };
  const form = await startDraft(earlier, { journey: "public", language: "en" });
  const answer = { danger: "yes", called999: "called" };
  await saveAnswer(earlier, { ...form, questionId: danger.id, answer });
}
