import { data } from "@remix-run/node";
import { nextPlace } from "#domain/journeys";
import { files as question } from "#domain/questions/files";
import { RefusedFile } from "#services/files/bad-file";
import { addDraftFile, answerFiles, removeDraftFile } from "#services/files/change-draft-files";
import { href } from "../href.ts";
import { changing, goTo, type Form } from "./draft.ts";
import { seeOther } from "./guard.ts";
import { chosenIn, fileProblems, readWithFile } from "./one-file.ts";
import type { Upload } from "./upload.ts";

/**
 * Takes what the page of files sends: whatever was pressed, a file that was chosen is kept first, so that nobody loses
 * one by pressing "Continue" instead of "Upload".
 */
export async function takeFiles(form: Form, request: Request) {
  try {
    return await takeSent(form, await readWithFile(request));
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return data(
      { problems: fileProblems(error.problem, form.reading.language) },
      { status: error.problem === "unreadable" ? 400 : 422 },
    );
  }
}

async function takeSent(form: Form, { fields, file }: Upload): Promise<Response> {
  const { context, access, journey, reading, network } = form;
  const here = href("report.files", { draft: access.draftId });
  const [then, remove] = [fields.get("then"), fields.get("remove")];
  if (remove !== null) await changing(form, () => removeDraftFile(context, { ...access, fileId: remove }));
  const chosen = chosenIn(file);
  if (chosen !== null) await changing(form, () => addDraftFile(context, { ...access, ...chosen, network }));
  else if (then === "upload") throw new RefusedFile("none-chosen");
  if (then === "upload" || remove !== null) return seeOther(here);
  const { answers } = await changing(form, () => answerFiles(context, access));
  if (then === "send") return seeOther(href("report.send", { draft: access.draftId }));
  return goTo(access.draftId, nextPlace(journey, answers, question.id, reading.at));
}
