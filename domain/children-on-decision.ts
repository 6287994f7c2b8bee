import { Temporal } from "temporal-polyfill";
import type { Standing } from "./intake.ts";

/** Somebody of the household as a decision must know them. */
export type HouseholdMember = {
  id: string;
  /** As it may be shown to the manager: a name, or "a baby", "the unborn baby". */
  name: string;
  /** Entered on a child page or listed among the adults of the household. */
  listedAs: "child" | "adult";
  dateOfBirth: string | null;
  /** In years, when no date of birth is known. */
  estimatedAge: number | null;
  unborn: boolean;
  standing: Standing;
  /** Why a considered child is not a subject. */
  consideredBecause: string | null;
  /** Has harmed, or may have harmed, another child. */
  harmedAChild: boolean;
  /** Is expecting a baby. */
  expectant: boolean;
};

export type Unsettled = { id: string; because: string };

/**
 * Who must still be settled before a decision: every known under-18 of the household is a subject or was considered
 * and set aside with a reason; a child who harmed a child, and somebody under 18 who is expecting, are subjects and
 * cannot be set aside.
 *
 * @param today ISO date in local time; ages are counted on it
 */
export function childrenUnsettled(household: readonly HouseholdMember[], today: string): Unsettled[] {
  const unbornSubject = household.some((one) => one.unborn && one.standing === "subject");
  return household.flatMap((one) => {
    if (one.standing === "subject" || !isUnder18(one, today)) return [];
    const because = mustBeSubject(one, unbornSubject) ?? notSettled(one);
    return because === null ? [] : [{ id: one.id, because }];
  });
}

function mustBeSubject(one: HouseholdMember, unbornSubject: boolean): string | null {
  if (one.harmedAChild)
    return `${one.name} may have harmed a child, so there is a decision for ${one.name} too`;
  if (one.expectant) {
    return unbornSubject
      ? `${one.name} is under 18 and expecting, so there is a decision for ${one.name} beside the unborn baby`
      : `${one.name} is under 18 and expecting, so there is a decision for ${one.name}`;
  }
  return null;
}

function notSettled(one: HouseholdMember): string | null {
  if (one.standing === "considered" && (one.consideredBecause ?? "").trim() !== "") return null;
  return one.standing === "considered"
    ? `Say why ${one.name} is not part of this decision`
    : `Say whether ${one.name} is part of this decision, or why not`;
}

/**
 * Whether somebody counts as a child. An unborn baby does. Somebody listed as a child whose age nobody knows does:
 * not knowing is no reason to leave a child out. Somebody listed as an adult needs an age under 18.
 */
export function isUnder18(
  one: Pick<HouseholdMember, "dateOfBirth" | "estimatedAge" | "unborn" | "listedAs">,
  today: string,
): boolean {
  if (one.unborn) return true;
  const years = one.dateOfBirth === null ? one.estimatedAge : ageInYears(one.dateOfBirth, today);
  return years === null ? one.listedAs === "child" : years < 18;
}

/** Whole years on a day; somebody born on 29 February is a year older on 1 March. Both are ISO dates. */
export function ageInYears(dateOfBirth: string, today: string): number {
  return Temporal.PlainDate.from(dateOfBirth).until(today, { largestUnit: "years" }).years;
}
