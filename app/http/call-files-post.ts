import type { StaffActor } from "#domain/actor";
import { addMoreSchema } from "#domain/sender-forms";
import { senderWords } from "#domain/wording/sender";
import type { Context } from "#services/context";
import { RefusedFile } from "#services/files/bad-file";
import { addCallFile, removeCallFile } from "#services/files/change-call-files";
import { addToCall } from "#services/phone/add-to-call";
import { href } from "../href.ts";
import { handled, seeOther } from "./guard.ts";
import { chosenIn, fileProblems, readWithFile, takeWithFile } from "./one-file.ts";
import { wrongEntry } from "./refused-entry.ts";

type OfCall = { context: Context; actor: StaffActor; id: string; sent: boolean };

/** What the page of a call's files sends: before the call is sent one file after the other, afterwards one with words. */
export async function takeCallFile(request: Request, { context, actor, id, sent }: OfCall) {
  if (!sent) return takeUnsent(request, { context, actor, id });
  const errors: Readonly<Record<string, string>> = senderWords.en.sent.errors;
  const words = (message: string) => errors[message] ?? message;
  const form = { schema: addMoreSchema, fields: ["text", "danger", "key"], words, language: "en" } as const;
  return takeWithFile(request, form, async (more, file) => {
    await handled(() => addToCall(context, actor, { id, ...more, ...file }));
    return seeOther(href("hub.call", { id }));
  });
}

async function takeUnsent(request: Request, { context, actor, id }: Omit<OfCall, "sent">) {
  try {
    const { fields, file } = await readWithFile(request);
    const [remove, chosen] = [fields.get("remove"), chosenIn(file)];
    if (remove !== null) await handled(() => removeCallFile(context, actor, { id, fileId: remove }));
    else if (chosen === null) throw new RefusedFile("none-chosen");
    if (chosen !== null) await handled(() => addCallFile(context, actor, { id, ...chosen }));
    return seeOther(href("hub.call.files", { id }));
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return wrongEntry(fileProblems(error.problem, "en"), {}, error.problem === "unreadable" ? 400 : 422);
  }
}
