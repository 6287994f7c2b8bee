import { outcomeLabel } from "#domain/outcome";
import type { Settings } from "#domain/settings";
import { dayAndTime } from "#domain/time-words";
import type { DecidedMeanwhile as Meanwhile } from "#services/decisions/decide-children";
import type { Typed } from "../../http/form.ts";
import { ConflictSection } from "../hub/conflict.tsx";

type DecidedMeanwhileProps = {
  reference: string;
  changed: Meanwhile | null;
  typed: Typed;
  words: Pick<Settings, "familyCafLabel">;
};

const written = ["ownReason", "pattern", "question", "reason", "whyNotHigher", "whyNotLower"];

/** What the one who was second sees: what stands now for each child, and their own text with ways to keep it. */
export function DecidedMeanwhile({ reference, changed, typed, words }: DecidedMeanwhileProps) {
  if (changed === null) return null;
  const fields = changed.stands.map(({ childId, name, decision }) => ({
    label: name,
    theirs:
      decision &&
      `${outcomeLabel(decision.outcome, words)}, decided ${dayAndTime(decision.at)} by ${decision.mine ? "you" : decision.by}. ${decision.reason}`,
    yours: written
      .map((field) => typed[`${childId}.${field}`])
      .filter((value) => typeof value === "string" && value !== "")
      .join("\n"),
  }));
  return <ConflictSection reference={reference} changed={changed} fields={fields} />;
}
