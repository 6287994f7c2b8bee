import type { Problem } from "#domain/decision-problems";

/** Problems as `Invalid` carries them: the first of each field, under `prefix` where a page has several records. */
export function problemsByField(problems: readonly Problem[], prefix = ""): Record<string, string> {
  const byField: Record<string, string> = {};
  for (const { field, message } of problems) byField[`${prefix}${field}`] ??= message;
  return byField;
}
