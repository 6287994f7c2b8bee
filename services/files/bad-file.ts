import type { BadFile } from "#domain/files/kinds";

/** A file that is not taken, with why. */
export class RefusedFile extends Error {
  override name = "RefusedFile";
  readonly problem: BadFile;
  constructor(problem: BadFile) {
    super(problem);
    this.problem = problem;
  }
}
