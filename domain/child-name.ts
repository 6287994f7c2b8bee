import { Temporal } from "temporal-polyfill";
import { longDate } from "./time-words.ts";

export type KnownAs = {
  firstName: string | null;
  lastName: string | null;
  /** What the sender saw, when they did not know a name. */
  description: string | null;
  unborn: boolean;
};

/** What a child is called on staff pages: by name, else by what was seen, never by a number. */
export function childName({ firstName, lastName, description, unborn }: KnownAs): string {
  const named = [firstName, lastName].filter((part) => part !== null && part !== "").join(" ");
  if (unborn) return named === "" ? "The unborn baby" : `${named} (unborn)`;
  if (named !== "") return named;
  return description === null || description === "" ? "A child whose name is not known" : description;
}

export type Age = {
  dateOfBirth: string | null;
  /** In years, when no date of birth is known. */
  estimatedAge: number | null;
  unborn: boolean;
  dueDate: string | null;
};

/**
 * "4 years", "8 months", "9 days", "about 6", "under 1", "unborn, due 3 March 2027", "age not known".
 * @param today ISO date in local time
 */
export function ageInWords({ dateOfBirth, estimatedAge, unborn, dueDate }: Age, today: string): string {
  if (unborn) return dueDate === null ? "unborn" : `unborn, due ${longDate(dueDate)}`;
  if (dateOfBirth === null) {
    if (estimatedAge === null) return "age not known";
    return estimatedAge === 0 ? "under 1" : `about ${estimatedAge}`;
  }
  const { years, months, days } = Temporal.PlainDate.from(dateOfBirth).until(today, { largestUnit: "years" });
  if (years >= 2) return `${years} years`;
  const inMonths = years * 12 + months;
  return inMonths > 0 ? counted(inMonths, "month") : counted(Math.max(0, days), "day");
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;
