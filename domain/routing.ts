import type { TeamPurpose } from "./organisation.ts";
import type { PathwayKind } from "./pathway.ts";
import type { TeamNeed } from "./team-needs.ts";

/** Which team a piece of work goes to, by what the team is for. */
export const teamPurposeFor: Record<PathwayKind, TeamPurpose> = {
  advice_episode: "advice",
  caf_redirect: "family_caf",
  social_work_referral: "social_work",
  strategy_discussion: "social_work",
  transfer: "hub",
  case_notice: "hub",
};

/** Which teams a manager can send a piece of work to. Who knows an open case may be any social-work team. */
export const assignableTo: Record<PathwayKind, readonly TeamPurpose[]> = {
  advice_episode: ["advice"],
  caf_redirect: ["family_caf"],
  social_work_referral: ["social_work"],
  strategy_discussion: ["social_work"],
  transfer: ["hub"],
  case_notice: ["hub", "social_work"],
};

export type RoutableTeam = {
  id: string;
  purpose: TeamPurpose;
  /** Years, inclusive; -1 is unborn. */
  fromAge: number;
  toAge: number;
  /** Postcode areas or districts ("AB", "AB1"); none means everywhere. */
  areas: readonly string[];
  /** Needs that it is there for; with any, it takes no other child. */
  needs: readonly TeamNeed[];
};

export type Whereabouts = {
  /** Whole years, -1 for an unborn child, null when nobody knows. */
  age: number | null;
  /** As kept: "AB1 2CD"; null when nobody knows. */
  postcode: string | null;
  needs: readonly TeamNeed[];
};

/**
 * The team that takes a child: for this purpose, this age, this area and this need. Of several one that is there for
 * the child's need, then the one that says most about where and whom it serves, then the first by id, so that the same child always goes the same way. A child whose age or area
 * is not known fits every team: somebody must own the work, and can pass it on. Null when no team takes it.
 */
export function chooseTeam(
  teams: readonly RoutableTeam[],
  purpose: TeamPurpose,
  { age, postcode, needs }: Whereabouts,
): RoutableTeam | null {
  const [best] = teams
    .filter((team) => team.purpose === purpose)
    .filter((team) => age === null || (age >= team.fromAge && age <= team.toAge))
    .filter((team) => team.needs.length === 0 || team.needs.some((need) => needs.includes(need)))
    .map((team) => ({ team, area: areaMatched(team.areas, postcode) }))
    .filter(({ area }) => area !== null)
    .sort(
      (a, b) =>
        Number(b.team.needs.length > 0) - Number(a.team.needs.length > 0) ||
        (b.area ?? 0) - (a.area ?? 0) ||
        a.team.toAge - a.team.fromAge - (b.team.toAge - b.team.fromAge) ||
        a.team.id.localeCompare(b.team.id),
    );
  return best?.team ?? null;
}

/** How many characters of the postcode the team's area names: 0 is "everywhere", null is "not here". */
function areaMatched(areas: readonly string[], postcode: string | null): number | null {
  if (areas.length === 0 || postcode === null) return 0;
  const district = postcode.split(" ")[0] ?? "";
  const lengths = areas.filter((area) => inArea(area, district)).map((area) => area.length);
  return lengths.length === 0 ? null : Math.max(...lengths);
}

/** "AB" takes AB1 and AB12; "AB1" takes AB1 and AB1A, but not AB12. */
function inArea(area: string, district: string): boolean {
  if (!district.startsWith(area)) return false;
  const next = district.charAt(area.length);
  return next === "" || /\d$/.test(area) !== /\d/.test(next);
}
