import { sql } from "drizzle-orm";
import { withAnswer, type Answers } from "#domain/questions/answers";
import { fileInWords } from "#domain/wording/files";
import type { Context } from "../context.ts";
import { changeAnswers } from "../drafts/change-answers.ts";
import type { DraftAccess, OpenDraft } from "../drafts/draft-access.ts";
import { isId } from "../new-id.ts";
import type { Unit } from "../unit-of-work.ts";
import { addFile } from "./add-file.ts";
import { filesUnsent } from "./file-store.ts";
import { takeIn } from "./take-in.ts";

/**
 * Adds one file to a form that is not sent.
 * @throws RefusedFile with why it is not taken; Conflict with the receipt when the form was already sent
 */
export async function addDraftFile(
  context: Context,
  input: DraftAccess & { name: string; bytes: Buffer; network: string },
): Promise<{ answers: Answers }> {
  const { name, kind, bytes } = await takeIn(context, input);
  return changeAnswers(context, input, async (answers, unit, draft) => {
    // Under the draft's lock, so that two tabs cannot add an eleventh.
    await addFile(unit, { draftId: draft.row.id }, draft.key, { name, kind, bytes });
    return withFiles(answers, unit, draft);
  });
}

/** Takes a file away again; nothing happens when it is gone already, or is another form's. */
export async function removeDraftFile(
  context: Context,
  input: DraftAccess & { fileId: string },
): Promise<{ answers: Answers }> {
  return changeAnswers(context, input, async (answers, unit, draft) => {
    if (!isId(input.fileId)) return answers;
    await unit.tx.execute(sql`select frontdoor_drop_files(${draft.row.id}::uuid, ${input.fileId}::uuid)`);
    return withFiles(answers, unit, draft);
  });
}

/** The page was looked at: what is there is the answer, if it is nothing. */
export const answerFiles = (context: Context, access: DraftAccess): Promise<{ answers: Answers }> =>
  changeAnswers(context, access, withFiles);

/** The answers with the files as they are now, so that the page to check and what is kept as evidence name them. */
async function withFiles(answers: Answers, unit: Unit, { row, key }: OpenDraft): Promise<Answers> {
  const files = await filesUnsent(unit, { draftId: row.id }, key);
  const named = files.map(({ row: { size }, particulars }) => fileInWords({ ...particulars, size }));
  return withAnswer(answers, "files", { files: named });
}
