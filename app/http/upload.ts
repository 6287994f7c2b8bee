import { FormDataParseError, MultipartParseError, parseFormData } from "@remix-run/form-data-parser";
import { cleanTyped } from "#domain/questions/typed-text";

export type Upload = {
  fields: URLSearchParams;
  /** `name` is what the browser called it; "" where none was chosen. */
  file: { name: string; bytes: Buffer } | null;
  /** There was more than one. */
  several: boolean;
};

/** More parts than a form with one file has. */
const partsAtMost = 20;

/** What was typed beside files; nothing of the files themselves, and nothing of what cannot be read. */
export async function typedBesideFiles(request: Request, bytesAtMost: number): Promise<URLSearchParams> {
  const { fields } = await readUpload(request, { name: "", bytesAtMost }).catch(() => ({
    fields: new URLSearchParams(),
  }));
  return fields;
}

/**
 * A form with one file, whose body the server has read up to its limit.
 * @throws Response 415 for another kind of body, 400 for one that is none
 */
export async function readUpload(
  request: Request,
  { name, bytesAtMost }: { name: string; bytesAtMost: number },
) {
  const kind = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (kind !== "multipart/form-data") throw new Response(null, { status: 415 });
  const fields = new URLSearchParams();
  let file: Upload["file"] = null;
  let several = false;
  try {
    // One more than is taken, so that a page can say so.
    const limits = { maxFiles: 2, maxParts: partsAtMost, maxFileSize: bytesAtMost, maxHeaderSize: 4_096 };
    const body = await parseFormData(request, limits, async (sent) => {
      if (file !== null) several = true;
      else if (sent.fieldName === name)
        file = { name: sent.name, bytes: Buffer.from(await sent.arrayBuffer()) };
      return null;
    });
    for (const [field, value] of body) if (typeof value === "string") fields.append(field, cleanTyped(value));
  } catch (error) {
    if (error instanceof FormDataParseError || error instanceof MultipartParseError)
      throw new Response(null, { status: 400 });
    throw error;
  }
  return { fields, file, several } as Upload;
}
