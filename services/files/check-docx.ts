import { unpackedBytesAtMost } from "#domain/files/limits";
import { UnreadableFile } from "../police/files/sheet.ts";
import { unpack } from "../police/files/unpack.ts";
import { RefusedFile } from "./bad-file.ts";

const main = "word/document.xml";
const contents = "[Content_Types].xml";
/** Where Word keeps macros, whatever the document says of itself. */
const macros = /(?:^|\/)vba(?:Project|Data)|\.bin$/i;

/**
 * Unpacks every part of a Word document once and keeps none: what claims to be small and is not, is found here and not
 * on the computer of whoever opens it.
 */
export async function checkDocx(bytes: Buffer): Promise<void> {
  try {
    const parts = await unpack(bytes, unpackedBytesAtMost);
    const names = parts.names();
    if (!names.includes(main) || !names.includes(contents)) throw new RefusedFile("wrong-kind");
    if (names.some((name) => macros.test(name))) throw new RefusedFile("has-macros");
    let said = "";
    for (const name of names)
      await parts.read(name, (text) => {
        if (name === contents) said += text;
      });
    if (/macroEnabled/i.test(said)) throw new RefusedFile("has-macros");
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new RefusedFile(error.problem === "protected" ? "protected" : "damaged");
  }
}
