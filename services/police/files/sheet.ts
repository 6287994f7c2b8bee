import { cleanCell } from "#domain/police/notice";
import {
  policeCellAtMost,
  policeColumnsAtMost,
  policeRowsAtMost,
  type FileProblem,
} from "#domain/police/limits";

/** What a file holds, whatever it was: headings, and rows of as many cells. */
export type Sheet = { headings: string[]; rows: string[][] };

export class UnreadableFile extends Error {
  override name = "UnreadableFile";
  readonly problem: FileProblem;
  constructor(problem: FileProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Refuses a row as soon as it is too much, before the next one is read. */
export function checkRow(cells: readonly string[], rowsSoFar: number): void {
  if (rowsSoFar > policeRowsAtMost + 1) throw new UnreadableFile("too-many-rows");
  if (cells.length > policeColumnsAtMost) throw new UnreadableFile("too-many-columns");
  if (cells.some(({ length }) => length > policeCellAtMost)) throw new UnreadableFile("cell-too-long");
}

/** The first row that says anything is the headings; empty rows, and columns without a heading that are empty, go. */
export function sheetOf(all: readonly (readonly string[])[]): Sheet {
  const lines = all.map((cells) => cells.map(cleanCell)).filter((cells) => cells.some((cell) => cell !== ""));
  const [head = [], ...rest] = lines;
  if (lines.length === 0) throw new UnreadableFile("empty");
  const wide = Math.max(...lines.map((cells) => cells.length));
  const kept = Array.from({ length: wide }, (_, at) => at).filter(
    (at) => (head[at] ?? "") !== "" || rest.some((cells) => (cells[at] ?? "") !== ""),
  );
  const headings = kept.map((at) => (head[at] ?? "") || `Column ${at + 1}`);
  if (kept.every((at) => (head[at] ?? "") === "")) throw new UnreadableFile("no-headings");
  if (new Set(headings.map((heading) => heading.toLowerCase())).size < headings.length)
    throw new UnreadableFile("same-heading");
  if (rest.length === 0) throw new UnreadableFile("no-rows");
  return { headings, rows: rest.map((cells) => kept.map((at) => cells[at] ?? "")) };
}
