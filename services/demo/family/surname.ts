import type { Random } from "../random.ts";
import { nameGroups, type NameGroupId } from "./names/index.ts";

/**
 * How steeply common surnames outnumber rare ones (Zipf's law, flattened at the head by Mandelbrot's shift): with 10,
 * the commonest of 3,000 names is borne by 1.7 % and half of all people bear one of the first 170.
 */
const shift = 10;

export function drawGroup(random: Random): NameGroupId {
  const ids = Object.keys(nameGroups) as NameGroupId[];
  return random.weighted(
    Object.fromEntries(ids.map((id) => [id, nameGroups[id].share])) as Record<NameGroupId, number>,
  );
}

export function drawSurname(random: Random, groupId: NameGroupId): string {
  const { surnames, rare } = nameGroups[groupId];
  const all = surnames.length + rare.starts.length * rare.endings.length * rare.closings.length;
  const rank = Math.floor(shift * ((all + shift) / shift) ** random.next() - shift);
  const common = surnames[rank];
  if (common !== undefined) return common;
  const rareRank = rank - surnames.length;
  const start = rare.starts[rareRank % rare.starts.length] ?? "";
  const ending = rare.endings[Math.floor(rareRank / rare.starts.length) % rare.endings.length] ?? "";
  const closing = rare.closings[Math.floor(rareRank / (rare.starts.length * rare.endings.length))] ?? "";
  return start + ending + closing;
}

/** How a woman or girl bears it: Kowalska beside her brother Kowalski. */
export function feminine(surname: string, groupId: NameGroupId): string {
  if (groupId !== "polish") return surname;
  return surname.replace(/(sk|ck|dzk)i$/, "$1a");
}

/** Two surnames joined, as a family that bears both writes it. */
export function doubleBarrelled(first: string, second: string): string {
  return `${first}-${second.replaceAll(" ", "-")}`;
}
