import { yesNo } from "#domain/decision-fields";
import { reachedHow, reachedHowWords, type RecordKind } from "#domain/pathway-records";

/** The forms on a piece of work, and how they ask for each field. What they take is domain/pathway-records.ts. */

export type Option = { value: string; label: string };

export type WorkField = {
  name: string;
  label: string;
  hint?: string;
  kind: "sentence" | "box" | "radios" | "select" | "date" | "time";
  options?: readonly Option[];
  /** Asked under this answer to this question. */
  under?: { field: string; value: string };
};

export type WorkFormName = RecordKind | "accept" | "assign" | "return";

export type WorkForm = {
  title: string;
  lead?: string;
  button: string;
  /** What the page says once it is done. */
  done: string;
  fields: readonly WorkField[];
};

export const choices = <const Codes extends readonly string[]>(
  codes: Codes,
  labels: Record<Codes[number], string>,
): Option[] => codes.map((value: Codes[number]) => ({ value, label: labels[value] }));

type More = Pick<WorkField, "hint" | "under">;
const field =
  (kind: WorkField["kind"]) =>
  (name: string, label: string, more: More = {}) =>
    ({ kind, name, label, ...more }) satisfies WorkField;
export const [sentence, box, date, time, select] = [
  field("sentence"),
  field("box"),
  field("date"),
  field("time"),
  field("select"),
];
export const radios = (name: string, label: string, options: readonly Option[], more: More = {}) =>
  ({ kind: "radios", name, label, options, ...more }) satisfies WorkField;

export const clockHint = { hint: "Such as 3:40pm" };
export const yesOrNo = choices(yesNo, { yes: "Yes", no: "No" });
export const how = choices(reachedHow, reachedHowWords);
