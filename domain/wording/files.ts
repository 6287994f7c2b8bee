import type { WrittenLanguage } from "../intake.ts";
import { fileBytesAtMost, filesAtMost, contactBytesAtMost } from "../files/limits.ts";
import type { ScanState } from "../files/scan.ts";
import { fileKinds, type BadFile, type FileKind } from "../files/kinds.ts";
import { filled } from "./site.ts";
import { fileWords as pl } from "./pl/files.ts";

const megabytes = (bytes: number) => bytes / 1024 / 1024;
const kinds = "a PDF, a JPEG or PNG picture, a Word document (DOCX) or plain text";

/** Words about files that come with a form. */
const en = {
  title: "Files",
  intro: [
    "Photos, body maps, a chronology or anything else that helps. You can send the form without any.",
    "We take out of pictures where and when they were taken, and with which telephone.",
    "A PDF or Word document stays as it is. It can hold who wrote it, what was deleted in it, and where a picture in it was taken. Look through it first, or send a picture of it.",
  ],
  label: "Choose a file",
  hint: `It can be ${kinds}, of ${megabytes(fileBytesAtMost)} MB at most. One at a time, ${filesAtMost} in all`,
  upload: "Upload",
  listed: "Files that go with this form",
  remove: "Remove",
  kinds: Object.fromEntries(Object.entries(fileKinds).map(([kind, { word }]) => [kind, word])) as Record<
    FileKind,
    string
  >,
  sizes: { small: "{size} KB", large: "{size} MB" },
  full: `You have added ${filesAtMost} files, which is as many as one form can hold. Call us about the others.`,
  heldTag: "Held back",
  held: "A virus check found something in it. Remove it, and send us what is in it in another way. Your form is not affected.",
  problems: {
    "none-chosen": "Choose a file first",
    "one-at-a-time": "Choose one file at a time",
    empty: "The file is empty. Choose another one",
    "too-large": `The file is larger than ${megabytes(fileBytesAtMost)} MB. Send a smaller one, or call us about it`,
    "too-many": `A form can hold ${filesAtMost} files. Remove one first, or call us about the others`,
    "too-much": `All files together are larger than ${megabytes(contactBytesAtMost)} MB. Remove one first, or call us about the others`,
    "too-often":
      "Many files came from your network in the last hour. Send the form without this one, and tell us on the phone what is in it",
    "wrong-kind": `We cannot take this kind of file, whatever its name ends in. Send ${kinds}`,
    heic: "This is a HEIC picture, from which we cannot take out where it was taken. Send it as JPEG: choose “Most compatible” in the camera settings, or take a screenshot of it",
    "not-text":
      "The text has characters in it that we cannot read. Save it as PDF, or as plain text in UTF-8",
    damaged: "The file is damaged, or only a part of it arrived. Open it, save it again and send that",
    "too-many-pixels":
      "The picture has more pixels than we take. Make it smaller, or take a screenshot of it",
    protected: "The file has a password. Save it without one: it is sent over a safe line",
    "has-macros": "The document has macros or embedded objects in it. Save it as PDF and send that",
    unreadable: "The file did not arrive as a browser sends it. Choose it again",
  } satisfies Record<BadFile, string>,
};

export const fileWords: Record<WrittenLanguage, typeof en> = { en, pl };

/** A size as people say it; never "0 MB". */
export const sizeInWords = (bytes: number, sizes: typeof en.sizes = en.sizes): string =>
  bytes < 1024 * 1024
    ? filled(sizes.small, { size: String(Math.max(1, Math.round(bytes / 1024))) })
    : filled(sizes.large, { size: (bytes / 1024 / 1024).toFixed(1) });

export const fileInWords = ({ name, kind, size }: { name: string; kind: FileKind; size: number }): string =>
  `${name} (${fileKinds[kind].word}, ${sizeInWords(size)})`;

/** What staff are told of a file. */
export const scanWords: Record<ScanState, string> = {
  clean: "No virus was found in it.",
  waiting: "It waits to be checked for viruses.",
  unchecked: "It is not checked for viruses.",
  unreadable: "The check for viruses could not read it.",
  held: "Held back: something was found in it by the check for viruses. Ask the sender for it in another form.",
};

/** That files came with a contact: for its summary, and for a row of the queue. */
export const filesCameInWords = (files: number): string =>
  files === 1 ? "1 file came with it" : `${files} files came with it`;
