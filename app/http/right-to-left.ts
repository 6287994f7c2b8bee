/**
 * What a PDF needs for scripts that run from right to left. pdfkit lays out each word by itself from left to right, with
 * the space behind it; so words of such a script go to it as one, and come out in their own order.
 */
const word = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]+`;
const run = new RegExp(`${word}(?: ${word})*`, "gu");
const rightToLeft = new RegExp(String.raw`[\p{Script=Arabic}\p{Script=Hebrew}]`, "u");

/** The glyphs stand in the order in which they are drawn; whoever reads the file aloud needs that of the words. */
export const spokenAs = (text: string): { actual?: string } =>
  rightToLeft.test(text) ? { actual: text } : {};

/** Draws one paragraph or more where the last one ended. */
export function drawText(doc: PDFKit.PDFDocument, text: string): void {
  // A line that ends without a space is read aloud as one word with the next.
  const spaced = text.replaceAll("\n", " \n");
  if (!rightToLeft.test(spaced)) {
    doc.text(spaced);
    return;
  }
  for (const line of spaced.split("\n")) {
    const parts = partsOf(doc, line);
    parts.forEach((part, at) => doc.text(part, { continued: at < parts.length - 1 }));
  }
}

/** A line as what is laid out by itself: words of one direction, and no more of them than a line of the page holds. */
function partsOf(doc: PDFKit.PDFDocument, line: string): string[] {
  const width = doc.page.width - doc.page.margins.left - doc.page.margins.right;
  const parts: string[] = [];
  let end = 0;
  for (const { 0: words, index } of line.matchAll(run)) {
    if (index > end) parts.push(line.slice(end, index));
    let held = "";
    for (const one of words.split(" ")) {
      const more = held === "" ? one : `${held}\u00a0${one}`;
      if (held !== "" && doc.widthOfString(more) > width) {
        parts.push(held);
        held = one;
      } else held = more;
    }
    parts.push(held);
    end = index + words.length;
  }
  if (end < line.length) parts.push(line.slice(end));
  return parts.length === 0 ? [line] : parts;
}
