import type { Level } from "./outcome.ts";
import type { Rating } from "./rating.ts";

/** What is known of a child whom a team has without opening anything that is sealed. */
export type CaseFacts = {
  rating: Rating | null;
  level: Level;
  /** Whole years; -1 is unborn, null is not known. */
  age: number | null;
  needCode: string | null;
};

/** What asks more of a worker than most. It orders nothing and adds nothing up: it is said beside the number. */
const complexBecause: readonly { words: string; is: (facts: CaseFacts) => boolean }[] = [
  { words: "rated Red", is: ({ rating }) => rating === "R" },
  { words: "the highest level of need", is: ({ level }) => level === 4 },
  { words: "unborn", is: ({ age }) => age === -1 },
  { words: "under one", is: ({ age }) => age === 0 },
  { words: "the child's own disability or illness", is: ({ needCode }) => needCode === "N2" },
];

/** Why a child counts as complex, in words; none when the child does not. */
export const complexityOf = (facts: CaseFacts): string[] =>
  complexBecause.filter(({ is }) => is(facts)).map(({ words }) => words);

/** The rule as a page prints it. */
export const complexRule = `A child counts as complex for any of these: ${complexBecause
  .map(({ words }) => words)
  .join(", ")}.`;

export type Caseload = {
  /** Null for a worker who does not use this service. */
  workerId: string | null;
  name: string;
  /** Children of the team whom they have now. */
  open: number;
  complex: number;
};

/** "18 children, 3 complex"; above what the council wants it says so, and bars nothing. */
export function caseloadWords(
  { open, complex }: Pick<Caseload, "open" | "complex">,
  aspiration: number,
): string {
  const children = `${open} ${open === 1 ? "child" : "children"}, ${complex} complex`;
  return open > aspiration ? `${children}: above ${aspiration}` : children;
}

export type Allocated = { workerId: string | null; workerName: string | null; facts: CaseFacts };

/**
 * Everybody of a team with what they have, those with least first: the workers who use this service, also with nobody,
 * and those who do not, by the name that was written.
 */
export function caseloads(
  workers: readonly { id: string; name: string }[],
  allocated: readonly Allocated[],
): Caseload[] {
  const found = new Map<string, Caseload>(
    workers.map(({ id, name }) => [id, { workerId: id, name, open: 0, complex: 0 }]),
  );
  for (const { workerId, workerName, facts } of allocated) {
    const name = workerName ?? "Somebody who has left the team";
    const key = workerId ?? `named ${name.toLowerCase()}`;
    const one = found.get(key) ?? { workerId, name, open: 0, complex: 0 };
    const complex = one.complex + (complexityOf(facts).length > 0 ? 1 : 0);
    found.set(key, { ...one, open: one.open + 1, complex });
  }
  return [...found.values()].sort((a, b) => a.open - b.open || a.name.localeCompare(b.name));
}
