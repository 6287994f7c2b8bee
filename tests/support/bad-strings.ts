import { existsSync, readFileSync } from "node:fs";
import { cleanTyped, markControls } from "#domain/questions/typed-text";
import { decoded } from "./markup.ts";

/** A few of the worst, so that the tests say something where the long list is not there. */
const own = [
  "O'Neil",
  "ﷺ".repeat(10),
  "مریم",
  "\u202Eevil\u202C",
  "😀👩‍👩‍👧‍👦",
  "\uD800",
  "a\u0000b",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</textarea><script>alert(1)</script>",
  "=cmd|' /C calc'!A0",
  "{label}{max}",
  "__proto__",
  "constructor",
  "%2541%00%3Cb%3E+",
  "&amp;lt;b&amp;gt;",
  "\r\nBcc: someone@example.org",
  "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
];

const file = new URL("../../../shared/data/bad-input/blns.json", import.meta.url);
if (!existsSync(file)) console.log("the list of bad strings is not here: only a few are tried");

/** The list of strings that break software, with ours; ours alone where the list is not beside the project. */
export const badStrings: readonly string[] = existsSync(file)
  ? [...own, ...(JSON.parse(readFileSync(file, "utf8")) as string[])]
  : own;

/** What a page shows of a text that was refused: a character that cannot be kept is marked. */
export const shownAgain = (text: string): string => markControls(cleanTyped(text));

/** What is kept of a text that was taken. */
export const kept = (text: string): string => cleanTyped(text).trim();

const keepable = badStrings.filter((text) => markControls(text) === text);

/** Stands between two strings of one text, and at both of its ends, where spaces do not count. */
const mark = " ¦ ";

/** All of them in one text, those that cannot be kept among them: far too long for any field, so it is shown again. */
export const allInOne = `¦${badStrings.join(mark)}¦`;

/**
 * Every string that can be kept, in as few texts of at most `max` characters as hold them: a page escapes what stands
 * in a text character by character, so together they prove what they would prove one by one.
 */
export function packed(max: number): string[] {
  const texts: string[] = [];
  let text = "";
  for (const one of keepable) {
    const longer = text === "" ? `¦${one}¦` : `${text.slice(0, -1)}${mark}${one}¦`;
    if ([...longer].length <= max) text = longer;
    else {
      if (text !== "") texts.push(text);
      text = [...`¦${one}¦`].length <= max ? `¦${one}¦` : "";
    }
  }
  return text === "" ? texts : [...texts, text];
}

/** What the fields of this name hold on a page, as a browser would read them. */
export function heldBy(html: string, name: string): string[] {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const inputs = html.matchAll(/<input\b[^>]*>/g);
  const areas = html.matchAll(
    new RegExp(`<textarea\\b[^>]* name="${escaped}"[^>]*>([\\s\\S]*?)</textarea>`, "g"),
  );
  return [
    ...[...inputs]
      .filter(([tag]) => tag.includes(` name="${name}"`))
      .map(([tag]) => decoded(/ value="([^"]*)"/.exec(tag)?.[1] ?? "")),
    // The first line end of a text box is not part of its text.
    ...[...areas].map(([, text = ""]) => decoded(text.replace(/^\n/, ""))),
  ];
}

/** As the text stands in the markup of a page that shows it. */
export const inMarkup = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" })[one] ?? one,
  );

/** The strings that a page holds as markup of its own: whatever stands here would be run or drawn. */
export const executedIn = (html: string): string[] =>
  badStrings.filter((text) => /<[a-z!/]/i.test(text) && html.includes(text));
