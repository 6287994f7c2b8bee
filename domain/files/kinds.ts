/** What we take, told by what is in a file and never by its name. */
export const fileKinds = {
  pdf: { word: "PDF", extensions: ["pdf"], mediaType: "application/pdf" },
  jpeg: { word: "JPEG picture", extensions: ["jpg", "jpeg"], mediaType: "image/jpeg" },
  png: { word: "PNG picture", extensions: ["png"], mediaType: "image/png" },
  docx: {
    word: "Word document",
    extensions: ["docx"],
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  text: { word: "Plain text", extensions: ["txt"], mediaType: "text/plain" },
} as const satisfies Record<
  string,
  { word: string; extensions: readonly [string, ...string[]]; mediaType: string }
>;
export type FileKind = keyof typeof fileKinds;

/** Why a file is not taken; the words are in domain/wording/files.ts. */
export const badFiles = [
  "none-chosen",
  "one-at-a-time",
  "empty",
  "too-large",
  "too-many",
  "too-much",
  "too-often",
  "wrong-kind",
  "heic",
  "not-text",
  "damaged",
  "too-many-pixels",
  "protected",
  "has-macros",
  "unreadable",
] as const;
export type BadFile = (typeof badFiles)[number];
