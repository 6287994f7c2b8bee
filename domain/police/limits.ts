/** A morning's batch of 500 notices is about one megabyte. */
export const policeFileBytesAtMost = 5 * 1024 * 1024;
export const policeRowsAtMost = 2_000;
export const policeColumnsAtMost = 200;
/** What a packed file may hold once it is unpacked: a packed one of the largest size could hold a thousand times more. */
export const unpackedBytesAtMost = 8 * 1024 * 1024;
export const policeCellAtMost = 20_000;

/** Why a file cannot be read, with what to do. */
export const fileProblems = {
  empty: "The file is empty. Choose the file that your system exported",
  "no-file": "Choose a file",
  "not-kept": "Choose the file once more: it was not taken, because your screen was locked",
  "wrong-type":
    "This is not a CSV, XLSX or XML file. Save the export as one of these, and not as PDF, XLS or a picture",
  "too-large": "The file is larger than 5 MB, or unpacks to more than we take. Send it in parts",
  "too-many-rows": `The file has more than ${policeRowsAtMost} rows. Send it in parts`,
  "too-many-columns": `The file has more than ${policeColumnsAtMost} columns. Leave out what is not about the notice`,
  "cell-too-long": "A cell of the file is longer than we can take. Shorten it",
  damaged: "The file is damaged or cannot be read to its end. Export it again",
  protected: "The file has a password. Save it without one: it is sent over a safe line",
  "no-rows": "The file has headings and no rows",
  "no-headings": "The first row has no headings. It must say what each column is",
  "same-heading": "Two columns have the same heading. Give each its own",
  "has-dtd": "The XML file has a document type in it, which we do not read. Export it without",
} as const;
export type FileProblem = keyof typeof fileProblems;

/** How long the rows of a file are kept beside the contacts that came of them: time to mend the last ones. */
export const batchDaysKept = 30;
