import { foldName } from "./names.ts";
import { parsePostcode } from "./postcode.ts";

const shortForms: Record<string, string> = {
  ...{
    rd: "road",
    ave: "avenue",
    av: "avenue",
    ln: "lane",
    dr: "drive",
    cl: "close",
    ct: "court",
    cres: "crescent",
  },
  ...{
    gdns: "gardens",
    gdn: "garden",
    pl: "place",
    sq: "square",
    terr: "terrace",
    ter: "terrace",
    hse: "house",
  },
  ...{ apt: "flat", apartment: "flat", no: "", number: "", the: "" },
};

/** Lines that say there is no address. A shared "no fixed abode" must never look like a shared house. */
const noHome =
  /\b(?:no fixed (?:abode|address)|nfa|unknown|not known|homeless|refuge|withheld|confidential)\b/;

/**
 * One value for one home, however it was typed: the numbers and the postcode where both are known ("7 Mill Rd, AB1 2CD"
 * and "7, Mill Road AB12CD"), else every word with its short forms written out. Null when the lines do not say which
 * home it is.
 */
export function normaliseAddress(lines: readonly string[], postcode: string | null): string | null {
  const text = foldName(lines.join(" "));
  if (noHome.test(text)) return null;
  const code = postcode === null ? null : parsePostcode(postcode);
  const bareCode = code === null ? "" : code.replace(" ", "").toLowerCase();
  const words = text
    .replace(/\b([a-z]{1,2}\d[a-z\d]?)\s+(\d[a-z]{2})\b/g, "$1$2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && word !== bareCode)
    .map((word) => (Object.hasOwn(shortForms, word) ? (shortForms[word] ?? "") : word))
    .filter((word) => word !== "");
  const numbers = words.filter((word) => /^\d+[a-z]?$/.test(word));
  if (code !== null) {
    // A house without a number is known by its name, the first words of the first line.
    const home = numbers.length > 0 ? numbers : words.slice(0, 2);
    return home.length === 0 ? null : `${code}|${home.join(" ")}`;
  }
  return numbers.length > 0 && words.length > 2 ? words.join(" ") : null;
}
