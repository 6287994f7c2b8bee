import { inPostcodeAreas } from "./postcode.ts";
import { answerTo, type Answers } from "./questions/answers.ts";
import { home } from "./questions/home.ts";
import { meaningOf, type At, type Question } from "./questions/question.ts";
import type { SubmittedAddress } from "./questions/submission.ts";
import { whereSeen } from "./questions/where-seen.ts";
import { where } from "./questions/where.ts";
import type { Settings } from "./settings.ts";

/** The council whose area a postcode lies in, when that is not ours; nulls where we do not know which it is. */
export type Elsewhere = { council: string | null; number: string | null };

type Areas = Pick<Settings, "postcodeAreas" | "neighbours">;

/** Null for a postcode of ours, and where there is none: nothing is said of what nobody wrote. */
export function elsewhere(
  postcode: string | null | undefined,
  { postcodeAreas, neighbours }: Areas,
): Elsewhere | null {
  if (postcode == null || inPostcodeAreas(postcode, postcodeAreas)) return null;
  const neighbour = neighbours.find(({ areas }) => inPostcodeAreas(postcode, areas));
  return { council: neighbour?.name ?? null, number: neighbour?.number ?? null };
}

/** The postcode that a form says so far, whichever way it asks for it. */
export function postcodeIn(answers: Answers, at: At): string | null {
  const asked: readonly Question<{ address: SubmittedAddress | null }>[] = [where, whereSeen, home];
  const found = asked.map(
    (question) => meaningOf(question, answerTo(answers, question.id), at)?.address?.postcode,
  );
  return found.find((postcode) => postcode != null) ?? null;
}
