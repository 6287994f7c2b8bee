import type { RecordKind } from "#domain/pathway-records";
import type { StandingDecision } from "../decisions/load-decisions.ts";
import type { Entry } from "./load-entries.ts";

/** Boxes that ask again for what a decision asked: the field there, where its name is another. */
const fromDecision: Partial<Record<RecordKind, Record<string, string>>> = {
  agreement: {
    agreedBy: "agreedBy",
    agreedTo: "agreedTo",
    familyWants: "familyWants",
    needs: "needs",
    strengths: "strengths",
    lead: "leadPractitioner",
    stepUp: "stepUp",
  },
  lead: { name: "leadPractitioner" },
  advice: { advice: "advice", service: "services", comeBack: "comeBack" },
};

/** And what was written here since; it goes before what the decision says. */
const fromEntries: Partial<
  Record<RecordKind, readonly [kind: RecordKind, fields: Record<string, string>][]>
> = {
  agreement: [
    [
      "agreement",
      { familyWants: "familyWants", needs: "needs", strengths: "strengths", stepUp: "stepUp", lead: "lead" },
    ],
  ],
  lead: [["agreement", { name: "lead" }]],
  "family-contact": [
    ["agreement", { handedTo: "lead", spokeTo: "agreedBy" }],
    ["lead", { handedTo: "name" }],
  ],
  "safe-calling": [["safe-calling", { number: "number", from: "from", until: "until", saidBy: "saidBy" }]],
};

/**
 * What the forms of a piece of work can be filled with: text that somebody wrote before, and never a choice. One line is
 * as long as a line may be.
 */
export function knownAlready(
  decision: Pick<StandingDecision, "content"> | undefined,
  entries: readonly Entry[],
): Partial<Record<RecordKind, Record<string, string>>> {
  const record: Record<string, unknown> = { ...decision?.content.record };
  const known: Partial<Record<RecordKind, Record<string, string>>> = {};
  const take = (form: RecordKind, fields: Record<string, string>, from: Record<string, unknown>) => {
    for (const [field, name] of Object.entries(fields)) {
      const value = from[name];
      if (typeof value === "string" && value !== "") known[form] = { ...known[form], [field]: value };
    }
  };
  for (const [form, fields] of Object.entries(fromDecision)) take(form as RecordKind, fields, record);
  for (const [form, sources] of Object.entries(fromEntries))
    for (const [kind, fields] of sources) {
      const last = entries.findLast((entry) => entry.kind === kind);
      if (last) take(form as RecordKind, fields, last.content);
    }
  return known;
}
