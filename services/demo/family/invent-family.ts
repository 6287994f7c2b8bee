import { Temporal } from "temporal-polyfill";
import { randomFrom, type Random } from "../random.ts";
import type { Family } from "./family.ts";
import { inventAdults } from "./invent-adults.ts";
import { inventChildren } from "./invent-children.ts";
import type { NameGroupId } from "./names/index.ts";
import { drawHome } from "./places.ts";
import { doubleBarrelled, drawGroup, drawSurname } from "./surname.ts";

/**
 * Invents one family.
 * @param number families of one seed and number are the same, wherever and whenever they are invented
 * @param day the day on which somebody first gets in touch about it; at least one child is under 17 then
 */
export function inventFamily(seed: string, number: number, day: Temporal.PlainDate): Family {
  const random = randomFrom(`${seed}/family/${number}`);
  const group = drawGroup(random);
  const surnames = drawSurnames(random, group);
  const births = drawBirths(random.fork("births"), day);
  const oldest = births[0] ?? day;
  return {
    number,
    group,
    homes: drawHomes(random.fork("homes"), day),
    adults: inventAdults(random.fork("adults"), { group, surnames, oldest, day, number }),
    children: inventChildren(random.fork("children"), {
      group,
      last: surnames.children,
      births,
      number,
      day,
    }),
  };
}

function drawSurnames(random: Random, group: NameGroupId) {
  const father = drawSurname(random, group);
  const mother = drawSurname(random, group);
  const style = random.weighted({ shared: 42, father: 26, mother: 22, both: 10 });
  return {
    father,
    mother: style === "shared" ? father : mother,
    children: { shared: father, father, mother, both: doubleBarrelled(mother, father) }[style],
  };
}

/** Birthdays, oldest first: twins share one, and the last may lie ahead. */
function drawBirths(random: Random, day: Temporal.PlainDate): Temporal.PlainDate[] {
  const count = Number(random.weighted({ "1": 38, "2": 34, "3": 17, "4": 7, "5": 3, "6": 1 }));
  const births = [day.subtract({ days: random.whole(20, 365 * 16) })];
  while (births.length < count) {
    const last = births.at(-1) ?? day;
    const next = last.add({ months: random.whole(11, 40), days: random.whole(0, 27) });
    if (Temporal.PlainDate.compare(next, day) > 0) break;
    births.push(next);
    if (random.chance(0.03)) births.push(next);
  }
  if (random.chance(0.13)) births.push(day.add({ days: random.whole(20, 900) }));
  return births;
}

/** Families that somebody worries about move more often than others. */
function drawHomes(random: Random, day: Temporal.PlainDate) {
  const homes = [{ from: day.subtract({ years: 20 }), home: drawHome(random) }];
  let from = day;
  while (homes.length < 4 && random.chance(0.5)) {
    from = from.add({ days: random.whole(60, 1600) });
    homes.push({ from, home: drawHome(random) });
  }
  return homes;
}
