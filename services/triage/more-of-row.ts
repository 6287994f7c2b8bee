import type { ContactFacts } from "#domain/contact-facts";
import { postcodeDistrict } from "#domain/postcode";
import { isAddressSecret } from "#domain/secret-address";
import { sentByWords } from "#domain/triage-narrowing";
import type { TriageSqlRow } from "./triage-rows.ts";

/** What a row keeps for whoever opens it. Where a family hides, neither school nor district is said: both lead there. */
export function moreOf(
  row: Pick<TriageSqlRow, "audience" | "channel" | "postcode">,
  { facts, school }: { facts: ContactFacts; school: string | null },
): { label: string; text: string }[] {
  const hides = isAddressSecret(facts);
  const said = (text: string | null) =>
    hides ? "Not shown: where they are is secret" : (text ?? "Not known");
  return [
    { label: "Sent by", text: sentByWords(row) },
    { label: "School or nursery", text: said(school) },
    { label: "Postcode district", text: said(row.postcode === null ? null : postcodeDistrict(row.postcode)) },
  ];
}
