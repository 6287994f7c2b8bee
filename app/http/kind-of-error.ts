/**
 * What may be written down about an error: its message can hold what somebody typed (a failed insert quotes its row), so
 * only its name and where it was thrown are kept. A line that somebody typed can begin as a line of a stack does.
 */
export function kindOf(error: unknown): { error: string; where: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, where: [] };
  const lines = (error.stack ?? "").replaceAll(error.message, "").split("\n");
  const where = lines.filter((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line)).slice(0, 8);
  return { error: error.name, where };
}
