import { data } from "@remix-run/node";
import { badFiles, type BadFile } from "#domain/files/kinds";
import { fileBytesAtMost } from "#domain/files/limits";
import type { Language } from "#domain/intake";
import { wordsIn } from "#domain/language";
import { nextPlace } from "#domain/journeys";
import { files as question } from "#domain/questions/files";
import { fileWords } from "#domain/wording/files";
import { RefusedFile } from "#services/files/bad-file";
import { addDraftFile, answerFiles, removeDraftFile } from "#services/files/change-draft-files";
import { href } from "../href.ts";
import { changing, goTo, type Form } from "./draft.ts";
import type { Problems } from "./form.ts";
import { seeOther } from "./guard.ts";
import { readUpload, type Upload } from "./upload.ts";

const problemsOf = (problem: BadFile, language: Language): Problems => {
  const text = wordsIn(fileWords, language).problems[problem];
  return { summary: [{ href: "#file", text }], fields: { file: text } };
};

/** What the server said of a file that it did not keep to hand on. */
export function refusedFile(request: Request, language: Language): Problems | null {
  const said = new URL(request.url).searchParams.get("refused");
  const problem = badFiles.find((one) => one === said);
  return problem === undefined ? null : problemsOf(problem, language);
}

/**
 * Takes what the page of files sends: whatever was pressed, a file that was chosen is kept first, so that nobody loses
 * one by pressing "Continue" instead of "Upload".
 */
export async function takeFiles(form: Form, request: Request) {
  try {
    return await takeSent(form, await readSent(request));
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return data(
      { problems: problemsOf(error.problem, form.reading.language) },
      { status: error.problem === "unreadable" ? 400 : 422 },
    );
  }
}

/** @throws RefusedFile for a body that is none, or that has several files */
async function readSent(request: Request): Promise<Upload> {
  const sent = await readUpload(request, { name: "file", bytesAtMost: 2 * fileBytesAtMost }).catch(
    (error: unknown) => {
      throw error instanceof Response && error.status === 400 ? new RefusedFile("unreadable") : error;
    },
  );
  if (sent.several) throw new RefusedFile("one-at-a-time");
  return sent;
}

async function takeSent(form: Form, { fields, file }: Upload): Promise<Response> {
  const { context, access, journey, reading, network } = form;
  const here = href("report.files", { draft: access.draftId });
  const [then, remove] = [fields.get("then"), fields.get("remove")];
  if (remove !== null) await changing(form, () => removeDraftFile(context, { ...access, fileId: remove }));
  // A browser sends a file without a name and without bytes where none was chosen.
  if (file !== null && (file.name !== "" || file.bytes.length > 0))
    await changing(form, () => addDraftFile(context, { ...access, ...file, network }));
  else if (then === "upload") throw new RefusedFile("none-chosen");
  if (then === "upload" || remove !== null) return seeOther(here);
  const { answers } = await changing(form, () => answerFiles(context, access));
  if (then === "send") return seeOther(href("report.send", { draft: access.draftId }));
  return goTo(access.draftId, nextPlace(journey, answers, question.id, reading.at));
}
