import { withoutHours, withoutNames } from "#domain/access";
import type { LoadedContact } from "./load-contact.ts";

/** What takes names and hours out of texts: names of everybody but themselves, or of whoever contacted us alone. */
export type NameTaker = { others: (text: string) => string; sender: (text: string) => string };

export function nameTaker(contact: LoadedContact, selves: ReadonlySet<string>): NameTaker {
  const { children, adults, facts, sender } = contact;
  const people = [
    ...children.map(({ child: { id, firstName, lastName, alsoKnownAs } }) => ({
      id,
      names: wordsOf([firstName, lastName, alsoKnownAs]),
    })),
    ...adults.map(({ adult: { id, name } }) => ({ id, names: wordsOf([name]) })),
  ];
  // A name that they share with somebody is theirs too.
  const own = new Set(
    people.filter(({ id }) => selves.has(id)).flatMap(({ names }) => names.map((name) => name.toLowerCase())),
  );
  const notOwn = (names: readonly string[]) => names.filter((name) => !own.has(name.toLowerCase()));
  const who = {
    names: notOwn(wordsOf([sender?.name ?? null])),
    phrases: phrasesOf([sender?.job, sender?.organisation, sender?.email, sender?.phone, sender?.reachable]),
  };
  const others = {
    names: notOwn([
      ...people.filter(({ id }) => !selves.has(id)).flatMap(({ names }) => names),
      ...wordsOf(facts.helpers.map(({ name }) => name)),
    ]),
    phrases: phrasesOf(facts.helpers.flatMap(({ agency, contact: reached }) => [agency, reached])),
  };
  return {
    sender: (text) => taken(text, who.phrases, who.names),
    others: (text) => taken(text, [...who.phrases, ...others.phrases], [...who.names, ...others.names]),
  };
}

const wordsOf = (names: readonly (string | null)[]) =>
  names.flatMap((name) => (name === null ? [] : name.split(/[^\p{L}\p{M}\p{N}]+/u)));

/** Taken out as a whole: the words of "Mill Road Primary" would make any text unreadable one by one. */
const phrasesOf = (phrases: readonly (string | null | undefined)[]) =>
  phrases
    .flatMap((phrase) => phrase ?? [])
    .filter((phrase) => phrase.length > 2)
    .sort((a, b) => b.length - a.length);

const taken = (text: string, phrases: readonly string[], names: readonly string[]) =>
  withoutHours(
    withoutNames(
      phrases.reduce((rest, phrase) => rest.replaceAll(phrase, "[left out]"), text),
      names,
    ),
  );
