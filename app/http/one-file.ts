import type { z } from "zod";
import { badFiles, type BadFile } from "#domain/files/kinds";
import { fileBytesAtMost } from "#domain/files/limits";
import type { Language } from "#domain/intake";
import { wordsIn } from "#domain/language";
import { fileWords } from "#domain/wording/files";
import { RefusedFile } from "#services/files/bad-file";
import { parseForm, type FormShape, type Problems, type Typed } from "./form.ts";
import { wrongEntry } from "./refused-entry.ts";
import { readUpload, type Upload } from "./upload.ts";

/** Why a file is not taken, beside the box that it was chosen in. */
export function fileProblems(problem: BadFile, language: Language): Problems {
  const text = wordsIn(fileWords, language).problems[problem];
  return { summary: [{ href: "#file", text }], fields: { file: text } };
}

/** What the server said of a file that it did not keep to hand on. */
export function refusedFile(request: Request, language: Language): Problems | null {
  const said = new URL(request.url).searchParams.get("refused");
  const problem = badFiles.find((one) => one === said);
  return problem === undefined ? null : fileProblems(problem, language);
}

/**
 * A form with one file in the box "file".
 * @throws RefusedFile for a body that is none, or that has several files
 */
export async function readWithFile(request: Request): Promise<Upload> {
  const sent = await readUpload(request, { name: "file", bytesAtMost: 2 * fileBytesAtMost }).catch(
    (error: unknown) => {
      throw error instanceof Response && error.status === 400 ? new RefusedFile("unreadable") : error;
    },
  );
  if (sent.several) throw new RefusedFile("one-at-a-time");
  return sent;
}

/** The file that was chosen: a browser sends one without a name and without bytes where none was. */
export const chosenIn = (file: Upload["file"]): Upload["file"] =>
  file !== null && (file.name !== "" || file.bytes.length > 0) ? file : null;

type FormWithFile<Schema> = Pick<FormShape, "fields" | "words"> & { schema: Schema; language: Language };

/**
 * Takes a form with one file and what is said of it. What is wrong with either stands beside it, and what was typed is kept;
 * the file has to be chosen again, because no browser puts one back into its box.
 */
export async function takeWithFile<Schema extends z.ZodType>(
  request: Request,
  { language, ...shape }: FormWithFile<Schema>,
  run: (value: z.output<Schema>, file: NonNullable<Upload["file"]>) => Promise<Response>,
) {
  let typed: Typed = {};
  try {
    const { fields, file } = await readWithFile(request);
    const form = parseForm(fields, shape);
    ({ typed } = form);
    if (!form.ok) return wrongEntry(form.problems, typed);
    const chosen = chosenIn(file);
    if (chosen === null) throw new RefusedFile("none-chosen");
    return await run(form.value, chosen);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    const status = error.problem === "unreadable" ? 400 : 422;
    return wrongEntry(fileProblems(error.problem, language), typed, status);
  }
}
