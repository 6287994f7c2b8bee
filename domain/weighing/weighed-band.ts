import type { MatchSubject } from "../match-subject.ts";
import { levelsOf } from "./levels.ts";
import { nothingSaid, traitsOf, type Traits } from "./traits.ts";
import { usualRarity } from "./usual-names.ts";
import { weigh } from "./weigh.ts";

/** Of all children that a hub of a county knows, one or two are this one: 2^-18 of a quarter of a million. */
const likelyFrom = 18;
const possibleFrom = likelyFrom - 8;

// One child is compared with hundreds, and its names are taken apart once.
const known = new WeakMap<MatchSubject, Traits>();

function traitsOfChild(child: MatchSubject): Traits {
  const { firstName, lastName, alsoKnownAs, dateOfBirth, sex, postcode, address, phones, ...rest } = child;
  const traits =
    known.get(child) ??
    traitsOf({
      ...nothingSaid,
      ...{ firstName, lastName, alsoKnownAs, dateOfBirth, sex, postcode, address, phones },
      ...{ nhsNumber: rest.nhsNumber, upn: rest.upn },
    });
  known.set(child, traits);
  return traits;
}

/** How much all of it speaks for one child, in bits. */
export const weighedBits = (a: MatchSubject, b: MatchSubject): number =>
  weigh(levelsOf(traitsOfChild(a), traitsOfChild(b)), usualRarity, true);

/** What many weak facts say together, where no rule of strong ones holds. */
export function weighedBand(bits: number): "likely" | "possible" | "none" {
  if (bits >= likelyFrom) return "likely";
  return bits >= possibleFrom ? "possible" : "none";
}
