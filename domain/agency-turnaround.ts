import { duration } from "./time-words.ts";

/** How one agency has answered over some weeks. */
export type Turnaround = {
  id: string;
  name: string;
  asked: number;
  answered: number;
  inTime: number;
  noTrace: number;
  /** Open, and past their time. */
  late: number;
  /** Half of what was answered came within this; null while nothing was. */
  medianMinutes: number | null;
};

/** "4 asked, 3 answered, 2 of them in time, half within 40m; 1 no trace; 1 late now". */
export function turnaroundInWords(one: Omit<Turnaround, "id" | "name">): string {
  const { asked, answered, inTime, noTrace, late, medianMinutes } = one;
  const median = medianMinutes === null ? "" : `, half within ${duration(medianMinutes)}`;
  const parts = [
    answered === 0
      ? `${asked} asked, none answered`
      : `${asked} asked, ${answered} answered, ${inTime} of them in time${median}`,
    ...(noTrace > 0 ? [`${noTrace} no trace`] : []),
    ...(late > 0 ? [`${late} late now`] : []),
  ];
  return parts.join("; ");
}
