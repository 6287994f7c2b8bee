import { policeFileBytesAtMost } from "#domain/police/limits";
import { readCsv, textIn } from "./read-csv.ts";
import { UnreadableFile, type Sheet } from "./sheet.ts";
import { readXlsx } from "./read-xlsx.ts";
import { readXml } from "./read-xml.ts";

/** Files of other kinds by their first bytes: PDF, the older XLS, pictures, programs, other packed files. */
const otherKinds = [
  "25504446",
  "d0cf11e0",
  "89504e47",
  "ffd8ff",
  "47494638",
  "4d5a",
  "7f454c46",
  "1f8b",
  "526172",
  "377abcaf",
];

/**
 * What a file of a police force holds. What it is is seen from its bytes: a name says what somebody called it.
 * @throws UnreadableFile
 */
export async function readPoliceFile(bytes: Buffer): Promise<Sheet> {
  if (bytes.length === 0) throw new UnreadableFile("empty");
  if (bytes.length > policeFileBytesAtMost) throw new UnreadableFile("too-large");
  const begins = bytes.subarray(0, 8).toString("hex");
  if (begins.startsWith("504b0304")) return readXlsx(bytes);
  if (otherKinds.some((kind) => begins.startsWith(kind))) throw new UnreadableFile("wrong-type");
  if (/^\ufeff?\s*<[?!A-Za-z]/.test(textIn(bytes.subarray(0, 400)))) return readXml(bytes);
  return readCsv(bytes);
}
