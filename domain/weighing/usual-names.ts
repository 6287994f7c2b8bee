import type { Rarity } from "./weigh.ts";

/*
 * How common names are among families in England, by halves: whoever is in the first row shares the name with one in
 * sixty-four or so, in each next row with half as many. Rounded from what registers of births and electors publish; a
 * name that is not here is rarer. It only has to tell a Smith from a Featherstonehaugh.
 */
const family = `
smith jones khan ahmed ali
williams taylor brown davies evans wilson johnson roberts singh patel begum hussain
thomas walker wright robinson thompson white hughes edwards green hall wood harris lewis martin jackson clarke clark
turner hill cooper ward moore morris king watson harrison baker morgan patterson allen anderson mitchell phillips james campbell lee kelly parker shah kaur miah rahman islam uddin chowdhury
bennett cook shaw griffiths price cox young bailey richards carter collins murray scott marshall ellis kaya mohamed malik iqbal hassan ibrahim akhtar mahmood nowak
`;
const given = `
muhammad mohammed mohammad
oliver jack harry george noah leo arthur charlie jacob oscar thomas james william olivia amelia isla emily ava lily mia sophia isabella grace ella
henry joshua alfie freddie archie theo ethan alexander joseph edward samuel daniel max logan lucas isaac adam benjamin poppy evie charlotte freya daisy sophie alice florence jessica ruby phoebe chloe hannah matilda
finley harrison mason sebastian dylan zachary toby jayden riley luke harvey tyler liam ryan connor jake kai ellie molly millie rosie layla maya zara eva erin lucy megan holly abigail anna sarah mary fatima aisha maryam zainab ali ahmed ibrahim yusuf omar hassan
`;
const common = { family: 6, given: 5 };
const rare = { family: 10, given: 8.5 };

function rows(text: string, first: number): Map<string, number> {
  const lines = text.trim().split("\n");
  return new Map(lines.flatMap((line, at) => line.split(" ").map((name) => [name, first + at] as const)));
}

const families = rows(family, common.family);
const givens = rows(given, common.given);

/** Where there is no list to count names in. */
export const usualRarity: Rarity = {
  family: (name) => families.get(name) ?? rare.family,
  given: (name) => givens.get(name) ?? rare.given,
  place: () => 4,
};
