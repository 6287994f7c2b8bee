import type { NameWord, Traits } from "./traits.ts";

/** A key that more than this many share brings nobody together: it would be half of everybody. */
const largestBlock = 400;

/**
 * Every pair that shares a key, each once, as places in the list, the first one's pairs together. Keys are cheap and many,
 * so that a slip anywhere leaves another: two names; a name with a birthday, a year, a place, a street or a district; the
 * whole of a birth date, postcode, home, phone, email or number.
 */
export function* pairsToCompare(people: readonly Traits[]): Generator<[number, number]> {
  const blocks = new Map<string, number[]>();
  const keys = people.map((person) => [...new Set(keysOf(person))]);
  for (const [place, list] of keys.entries())
    for (const key of list) {
      const block = blocks.get(key);
      if (block) block.push(place);
      else blocks.set(key, [place]);
    }
  for (const [one, list] of keys.entries()) {
    const others = new Set<number>();
    for (const key of list) {
      const block = blocks.get(key) ?? [];
      if (block.length <= largestBlock) for (const other of block) if (other > one) others.add(other);
    }
    for (const other of others) yield [one, other];
  }
}

function keysOf({ given, family, lone, born, postcode, home, street, place, ...rest }: Traits): string[] {
  const names = [...given, ...family, ...(lone ? [lone] : [])];
  const sounds = [...new Set(names.flatMap(soundsAndNicknames))].sort();
  const keys = sounds.map((sound) => `sound ${sound}`);
  for (const { word } of names) if (word.length > 3) keys.push(`name ${word}`);
  for (const [at, one] of sounds.entries())
    for (const other of sounds.slice(at + 1)) keys.push(`names ${one} ${other}`);
  const withName = (kind: string, value: string) => sounds.map((sound) => `${kind} ${value} ${sound}`);
  if (born !== null)
    keys.push(`born ${born}`, ...withName("year", born.slice(0, 4)), ...withName("day", born.slice(4)));
  if (postcode !== null)
    keys.push(`postcode ${postcode}`, ...withName("district", postcode.split(" ")[0] ?? postcode));
  for (const word of place) if (word.length > 3) keys.push(...withName("place", word));
  for (const word of street) if (word.length > 2) keys.push(...withName("street", word));
  if (home !== null) keys.push(`home ${home}`);
  if (rest.email !== null) keys.push(`email ${rest.email}`, `mailbox ${rest.email.split("@")[0] ?? ""}`);
  if (rest.nhs !== null) keys.push(`nhs ${rest.nhs}`);
  if (rest.upn !== null) keys.push(`upn ${rest.upn}`);
  return [...keys, ...rest.phones.map((phone) => `phone ${phone}`)];
}

const soundsAndNicknames = ({ word, sounds, nicknames }: NameWord): string[] => [
  ...(sounds.length > 0 ? sounds : [word]),
  ...nicknames.map((group) => `~${group}`),
];
