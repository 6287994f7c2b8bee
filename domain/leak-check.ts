import { outcomeFacts } from "./outcome.ts";
import { worryNames } from "./questions/worries.ts";
import type { Settings } from "./settings.ts";

/** Said in every email, and the one place where a child may be mentioned. */
const warning = /Do not reply with details about a child\./g;

/** Words of outcomes, worries and families: an inbox is a place that other people read. */
const telling: readonly string[] = [
  ...Object.values(outcomeFacts).flatMap(({ label, short }) => [label, short]),
  ...worryNames.map((name) => name.replaceAll("_", " ")).filter((name) => name !== "missing"),
  ...["assessment", "strategy", "section", "s17", "s47", "early help", "transfer", "advice"],
  ...["no further action", "abuse", "neglect", "violence", "harm", "injur", "bruis", "safeguard"],
  ...["social", "police", "court", "child", "pupil", "baby", "son ", "daughter", "mother", "father"],
  ...["school", "address", "born"],
].map((word) => word.toLowerCase());

/** The words in an email that would tell something about a child or a family; none in one that may be sent. */
export function leaksIn(email: string, { authorityName }: Pick<Settings, "authorityName">): string[] {
  // An authority may be called a children's trust: its own name tells nothing.
  const bare = email.replaceAll(warning, "").replaceAll(authorityName, "").toLowerCase();
  return [...new Set(telling.filter((word) => bare.includes(word)))];
}
