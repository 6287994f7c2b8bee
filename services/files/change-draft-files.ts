import { sql } from "drizzle-orm";
import { cleanFileName } from "#domain/files/file-name";
import { contactBytesAtMost, filesAtMost } from "#domain/files/limits";
import { withAnswer, type Answers } from "#domain/questions/answers";
import { attemptLimits } from "#domain/sign-in";
import { fileInWords } from "#domain/wording/files";
import type { Context } from "../context.ts";
import { changeAnswers } from "../drafts/change-answers.ts";
import type { DraftAccess, OpenDraft } from "../drafts/draft-access.ts";
import { spendAttempts } from "../limits/spend-attempts.ts";
import { isId } from "../new-id.ts";
import type { Unit } from "../unit-of-work.ts";
import { RefusedFile } from "./bad-file.ts";
import { examine } from "./examine.ts";
import { filesOfDraft, keepFile } from "./file-store.ts";

/**
 * Adds one file to a form that is not sent.
 * @throws RefusedFile with why it is not taken; Conflict with the receipt when the form was already sent
 */
export async function addDraftFile(
  context: Context,
  input: DraftAccess & { name: string; bytes: Buffer; network: string },
): Promise<{ answers: Answers }> {
  const { kind, bytes } = await examine(input.bytes);
  const name = cleanFileName(input.name, kind);
  const spend = { name: "file-network", of: input.network, ...attemptLimits["file-network"] } as const;
  if (await spendAttempts(context, [spend])) throw new RefusedFile("too-often");
  return changeAnswers(context, input, async (answers, unit, draft) => {
    // Under the draft's lock, so that two tabs cannot add an eleventh.
    const there = await filesOfDraft(unit, draft.row.id, draft.key);
    if (there.length >= filesAtMost) throw new RefusedFile("too-many");
    const size = there.reduce((sum, { row }) => sum + row.size, bytes.length);
    if (size > contactBytesAtMost) throw new RefusedFile("too-much");
    const id = await keepFile(unit, { draftId: draft.row.id, key: draft.key }, { name, kind, bytes });
    await unit.owe({ kind: "scan-file", subjectId: id, facts: {} });
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
  const files = await filesOfDraft(unit, row.id, key);
  const named = files.map(({ row: { size }, particulars }) => fileInWords({ ...particulars, size }));
  return withAnswer(answers, "files", { files: named });
}
