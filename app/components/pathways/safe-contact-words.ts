import { textsOf } from "#domain/questions/question";
import { safety } from "#domain/questions/safety";
import type { Submission } from "#domain/questions/submission";

export type SafeContactLine = { text: string; warns: boolean };

const risks = textsOf(safety, "professional", "en").fields["risks"]?.options;

/** What to know before anybody is called or visited, in the words of the question that asked for it. */
export function safeContactLines(given: Submission["safeContact"]): SafeContactLine[] {
  if (given === null) return [{ text: "Nobody said how it is safe to reach them: check first", warns: true }];
  const lines = given.risks.map((risk) => ({ text: risks?.[risk] ?? risk, warns: true }));
  if (given.onlyAsSaid === true)
    lines.unshift({
      text: "Safe contact only: no other way, and no other time, than they say here",
      warns: true,
    });
  if (lines.length === 0) lines.push({ text: "The sender knew of nothing unsafe", warns: false });
  if (given.detail !== null)
    lines.push({ text: given.detail, warns: given.risks.length > 0 || given.onlyAsSaid === true });
  if (given.interpreter !== null) lines.push({ text: `Interpreter: ${given.interpreter}`, warns: false });
  if (given.communication !== null)
    lines.push({ text: `Help to communicate: ${given.communication}`, warns: false });
  return lines;
}
