import type { DecisionRecord } from "#domain/decision";
import type { DecisionContent } from "../decisions/content.ts";
import type { LoadedRow } from "./load-rows.ts";

export type Agreed = "yes" | "no" | "not_asked" | "not_needed";

/** What a family asks for, in the words of the decision. */
export function wanted(record: DecisionContent["record"] | undefined): string {
  if (record === undefined) return "";
  if ("familyWants" in record) return record.familyWants;
  if ("adviceTo" in record) return record.adviceTo;
  return "questions" in record ? record.questions : "";
}

/** A police notice that ended as information asked nobody. */
const agreementIn = (record: DecisionRecord["record"] | undefined) =>
  record && "agreement" in record && record.agreement !== "" ? record.agreement : null;

/** Of a redirect only the date that stands says that they agree: a yes can be taken back. */
export function agreedIn({ caf }: LoadedRow, record: DecisionContent["record"] | undefined): Agreed {
  const said = agreementIn(record) ?? "not_asked";
  if (caf === null) return said;
  if (caf.familyAgreedOn !== null) return "yes";
  return said === "yes" ? "not_asked" : said;
}
