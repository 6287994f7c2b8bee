import type { ChildState } from "#domain/contact";
import type { Rating } from "#domain/rating";
import { addElapsed } from "#domain/clocks";
import type { Context } from "../../context.ts";
import type { Random } from "../random.ts";
import { outcomeOrigin } from "../records/demo-outcome.ts";
import type { Arrived } from "./arrive.ts";
import type { Crew } from "./crew.ts";
import { decideLoaded } from "./decide-loaded.ts";
import { followLoaded } from "./follow-loaded.ts";
import type { PlannedContact } from "./plan-load.ts";
import { rateLoaded, recommendLoaded } from "./screen-loaded.ts";
import { settleLoaded } from "./settle-loaded.ts";
import { scribe, type Sheaf } from "./sheaf.ts";

/** How far people got with a contact. */
export type Ending = {
  rated: { code: Rating; at: Date; id: string } | null;
  children: ReadonlyMap<string, { state: ChildState; stopped: { at: Date; id: string } | null }>;
};

type Story = {
  context: Context;
  sheaf: Sheaf;
  crew: Crew;
  arrived: Arrived;
  planned: PlannedContact;
  random: Random;
  /** Earlier descriptions of each child that matching found. */
  earlier: ReadonlyMap<string, number>;
  parentsTold: boolean;
  /** Work that a decision makes is over, but for what goes on at this moment. */
  workUntil: Date | null;
};

/** Plays out what people did with a contact after it arrived. */
export function endStory(story: Story): Ending {
  const { planned, random } = story;
  if (planned.open && !planned.recommended && random.chance(0.2)) return { rated: null, children: new Map() };
  const at = (minutes: number) => addElapsed(planned.at, { minutes });
  const { rating } = outcomeOrigin[planned.outcome];
  const turn = planned.family + planned.telling;
  const by = (role: "screener" | "manager", moment: Date) =>
    scribe(story.context, story.sheaf, story.crew.withRole(role, turn), moment);
  const ratedAt = at(random.whole(5, 50));
  const rated = { code: rating, at: ratedAt, id: rateLoaded(by("screener", ratedAt), story.arrived, rating) };
  if (planned.open && !planned.recommended && random.chance(0.65)) return { rated, children: new Map() };

  const screened = by("screener", at(random.whole(60, 180)));
  settleLoaded(screened, story.arrived);
  const recommended = story.arrived.children
    .filter(({ decidedAbout }) => decidedAbout)
    .map((child) => ({
      child,
      made: recommendLoaded(screened, story.arrived, {
        child,
        outcome: planned.outcome,
        earlier: story.earlier.get(child.id) ?? 0,
        told: story.parentsTold,
        core: story.crew.core.map(({ id }) => id),
      }),
    }));
  const children: [string, { state: ChildState; stopped: { at: Date; id: string } | null }][] = [];
  const decidedAt = at(random.whole(200, 1400));
  for (const { child, made } of recommended) {
    if (planned.open) {
      children.push([child.id, { state: "recommended", stopped: null }]);
      continue;
    }
    const manager = by("manager", decidedAt);
    const decisionId = decideLoaded(manager, story.arrived, made);
    const decided = { ...made, decisionId, age: ageOf(child.subject, planned.at), rating };
    followLoaded(manager, story.crew, story.arrived, decided, story.workUntil);
    children.push([child.id, { state: "decided", stopped: { at: decidedAt, id: decisionId } }]);
  }
  return { rated, children: new Map(children) };
}

function ageOf(
  { dateOfBirth, dueDate, estimatedAge }: Arrived["children"][number]["subject"],
  at: Date,
): number | null {
  if (dueDate !== null) return -1;
  if (dateOfBirth === null) return estimatedAge;
  return Math.floor((at.getTime() - Date.parse(dateOfBirth)) / (365.25 * 86_400_000));
}
