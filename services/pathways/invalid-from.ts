import type { z } from "zod";
import { Invalid } from "../errors.ts";

/** What a schema refused, by field: the first problem of each, in the schema's own words. */
export function invalidFrom(error: z.ZodError): Invalid {
  const problems: Record<string, string> = {};
  for (const { path, message } of error.issues) problems[String(path[0] ?? "")] ??= message;
  return new Invalid(problems);
}
