import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { savedAs } from "#domain/files/file-name";
import { fileKinds } from "#domain/files/kinds";
import { readContactFile } from "#services/files/read-contact-file";
import { href } from "../href.ts";
import { guard, handled, seeOther } from "./guard.ts";

/**
 * Sends a file to be saved, and never to be shown here: whatever it turns out to be, it runs nothing of this site and
 * reaches nothing of it.
 */
export async function giveFile(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  pressed: boolean,
): Promise<Response> {
  const { context, actor, params } = await guard(args, "hub.contact.file");
  const reference = params["reference"] ?? "";
  const asked = { reference, fileId: params["id"] ?? "", pressed };
  const file = await handled(() => readContactFile(context, actor, asked));
  if (file === null) return seeOther(href("hub.contact.referral", { reference }));
  const { pieces } = file;
  const body = new ReadableStream<Uint8Array>({
    pull: async (stream) => {
      const { done, value } = await pieces.next();
      if (done === true) stream.close();
      else stream.enqueue(value);
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
  return new Response(body, {
    headers: {
      "Content-Type": fileKinds[file.kind].mediaType,
      "Content-Length": String(file.size),
      "Content-Disposition": savedAs(file.name),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
