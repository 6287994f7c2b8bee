import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { arrayBuffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import type { Language } from "#domain/intake";
import { wordsIn } from "#domain/language";
import { formatReference } from "#domain/reference";
import type { SnapshotPage } from "#domain/questions/submission";
import type { Settings } from "#domain/settings";
import { momentWords } from "#domain/wording/moments";
import { senderWords } from "#domain/wording/sender";
import { filled } from "#domain/wording/site";
import type { OwnCopy } from "#services/senders/read-own-copy";
import { drawText, spokenAs } from "./right-to-left.ts";
import { showable } from "./showable.ts";

/** What the file says around what somebody wrote, in the language in which they wrote it. */
const wordsFor = (language: Language) => ({
  ...wordsIn(senderWords, language),
  dayAndTime: wordsIn(momentWords, language).dayAndTime,
});
type Words = ReturnType<typeof wordsFor>;

const { resolve } = createRequire(import.meta.url);
/** One family for every letter that it has: Latin, Cyrillic, Greek, Arabic, Hebrew, Armenian and Georgian. */
const fonts = {
  plain: readFileSync(resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf")),
  bold: readFileSync(resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf")),
};

const margin = 56;
const sizes = { title: 20, heading: 14, text: 11, footer: 9 } as const;

type Part = ReturnType<PDFKit.PDFDocument["struct"]>;
type Line = { label: string; value: string };

/**
 * A tagged PDF that a screen reader reads in order: headings, lists of question and answer, bookmarks, and its language.
 * What tells programs about the file names nobody; only what is read on its pages does.
 */
export async function writeOwnCopy(copy: OwnCopy, settings: Settings): Promise<Uint8Array<ArrayBuffer>> {
  const reference = formatReference(copy.became.reference);
  const every = wordsFor(copy.language);
  const { copy: words, sent: sentWords, dayAndTime } = every;
  const title = filled(words.title, { reference });
  const doc = new PDFDocument({
    ...{ size: "A4", margin, bufferPages: true, lang: copy.language },
    ...{ pdfVersion: "1.7", subset: "PDF/UA" as PDFKit.Mixins.PDFSubsets, tagged: true, displayTitle: true },
    info: { Title: title, Author: settings.authorityName, CreationDate: copy.takenAt },
    // None of the reader's own: whoever opens it sees the same letters.
    font: "",
  });
  const written = arrayBuffer(doc);
  doc.registerFont("plain", fonts.plain).registerFont("bold", fonts.bold);
  const shown = showable(lettersOf(doc.font("plain")));
  const root = doc.struct("Document");
  doc.addStructure(root);
  const say = (tag: string, text: string, how: { bold?: boolean; size?: number; gap?: number } = {}): Part =>
    doc.struct(tag, spokenAs(text), () => {
      doc.font(how.bold === true ? "bold" : "plain").fontSize(how.size ?? sizes.text);
      drawText(doc, shown.text(text));
      doc.moveDown(how.gap ?? 0.5);
    });
  const heading = (text: string) => {
    keepWithNext(doc);
    doc.outline.addItem(text);
    root.add(say("H2", text, { bold: true, size: sizes.heading }));
  };
  const list = (lines: readonly Line[]) =>
    root.add(
      doc.struct(
        "L",
        {},
        lines.map(({ label, value }) =>
          doc.struct("LI", {}, [say("Lbl", label, { bold: true, gap: 0.1 }), say("LBody", value)]),
        ),
      ),
    );

  root.add(say("H1", title, { bold: true, size: sizes.title }));
  root.add(say("P", words.intro));
  list(becameLines(copy, every));
  const { outcome, stage } = copy.became;
  if (stage === "decided") {
    heading(sentWords.outcomeHeading);
    const told = outcome ?? [filled(sentWords.phoneOutcome, { phone: settings.phones.day })];
    for (const text of told) root.add(say("P", text));
  }
  for (const page of [...copy.pages, ...copy.yours].map(copy.language === "en" ? (page) => page : asAsked)) {
    heading(titleOf(page));
    list(linesOf(page, every));
  }
  if (copy.added.length > 0) {
    heading(words.addedHeading);
    list(copy.added.map(({ at, text }) => ({ label: dayAndTime(at), value: text })));
  }
  if (shown.lost()) root.add(say("P", filled(words.lost, { sign: shown.sign })));
  root.end();
  numberPages(doc, reference, every);
  doc.end();
  return new Uint8Array(await written);
}

/** The font is parsed by pdfkit already; a package of its own to ask the same would parse it again. */
function lettersOf(doc: PDFKit.PDFDocument): (letter: number) => boolean {
  const { font } = (
    doc as unknown as { _font: { font: { hasGlyphForCodePoint: (letter: number) => boolean } } }
  )._font;
  return (letter) => font.hasGlyphForCodePoint(letter);
}

function becameLines({ takenAt, became }: OwnCopy, words: Words): Line[] {
  const { copy, sent: sentWords, stages, track, dayAndTime } = words;
  const { stage, decideBy, receivedAt } = became;
  const due =
    stage === "decided" || decideBy === null
      ? []
      : [{ label: sentWords.decideBy, value: dayAndTime(decideBy) }];
  return [
    { label: sentWords.received, value: dayAndTime(receivedAt) },
    { label: track.stage, value: stages[stage] },
    ...due,
    { label: copy.asOf, value: dayAndTime(takenAt) },
  ];
}

const titleOf = ({ title, item }: SnapshotPage): string => (item === null ? title : `${title} (${item})`);

/** A page with its questions, and with what they chose, as they read them. */
function asAsked({ asked, ...page }: SnapshotPage): SnapshotPage {
  if (asked === undefined) return page;
  const entries = page.entries.map(({ label, value }, place) => ({
    label: label === page.title ? asked.title : (asked.labels[place] ?? label),
    value: asked.chosen?.[place] ?? value,
  }));
  return { ...page, title: asked.title, entries };
}

const linesOf = ({ title, entries }: SnapshotPage, { copy: words }: Words): Line[] =>
  entries.length === 0
    ? [{ label: words.answer, value: words.notAnswered }]
    : entries.map(({ label, value }) => ({ label: label === title ? words.answer : label, value }));

/** A heading at the foot of a page, with its text on the next, is read as the heading of nothing. */
function keepWithNext(doc: PDFKit.PDFDocument): void {
  const lines = 5;
  if (doc.y + lines * sizes.heading > doc.page.height - margin) doc.addPage();
  else doc.moveDown(0.5);
}

/** Below the text of every page, once it is known how many there are; nothing of it is read aloud. */
function numberPages(doc: PDFKit.PDFDocument, reference: string, { copy: words }: Words): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // Below the margin, where text would otherwise begin another page.
    doc.page.margins.bottom = 0;
    const numbered = filled(words.page, { reference, page: String(page + 1), pages: String(count) });
    doc.markContent("Artifact", { type: "Pagination" });
    doc.font("plain").fontSize(sizes.footer);
    doc.text(numbered, margin, doc.page.height - margin / 1.5, { lineBreak: false });
    doc.endMarkedContent();
  }
}
