import type { Random } from "../random.ts";

/** An invented town: every address, school and practice is made up, and its postcode area belongs to no delivery office. */

const streetNames =
  `Acorn Albion Alma Beacon Beech Birch Bishop Brook Canal Cedar Chapel Cherry Clarence Clifton Coronation
  Cromwell Dale Duke Elm Fairfield Forge Foundry Garden George Glebe Grange Granville Hawthorn Heath High Hilltop Holly
  Jubilee Kiln King Larch Laurel Lime Long Maple Market Meadow Mill Milton Nelson New North Oak Orchard Osborne Park
  Plover Poplar Princess Quarry Queen Railway Rectory Ridge River Rosehill Rowan Salisbury School Spring Station Stone
  Tannery Thornhill Trafalgar Union Vicarage Victoria Wellington West Wharf Willow Windmill Windsor Wood York`.split(
    /\s+/,
  );
const streetKinds = [
  "Road",
  "Street",
  "Avenue",
  "Close",
  "Drive",
  "Lane",
  "Crescent",
  "Court",
  "Way",
  "Grove",
];
const districts = 9;
const houses = 90;
const inwardLetters = "ABDEFGHJLNPQRSTUWXYZ";

const schoolNames =
  `Oakfield, Riverside, St Aidan's Catholic, Hillcrest, Anytown C of E, Meadowbank, Northgate, The Grange,
  Beacon Hill, Queensway, St Mary's, Windmill Lane, Parkside, Kingsfield, Castle View, Brookvale, Al-Noor, Eastmoor`.split(
    /,\s+/,
  );

export type Home = { lines: readonly string[]; postcode: string; district: number };

/** Many families share these: an address alone must never join two of them. */
const shared: readonly Home[] = [
  { lines: ["Harbour House", "12 Station Road", "Anytown"], postcode: "AB1 2HH", district: 1 },
  { lines: ["The Lodge Hotel", "88 High Street", "Anytown"], postcode: "AB1 1LH", district: 1 },
];

export function drawHome(random: Random): Home {
  if (random.chance(0.008)) return random.pick(shared);
  const district = random.whole(1, districts);
  const street = random.whole(0, streetNames.length * streetKinds.length - 1);
  const name = `${streetNames[street % streetNames.length]} ${streetKinds[street % streetKinds.length]}`;
  const house = random.whole(1, houses);
  const line = random.chance(0.18)
    ? [`Flat ${random.whole(1, 24)}`, `${house} ${name}`]
    : [`${house} ${name}`];
  return {
    lines: [...line, "Anytown"],
    postcode: postcodeOf(district, street, Math.floor(house / 20)),
    district,
  };
}

/** Twenty houses of one street share a postcode, as they do in life. */
function postcodeOf(district: number, street: number, block: number): string {
  const at = (street * 5 + block) * 7919 + district * 104_729;
  const letter = (n: number) => inwardLetters.charAt(n % inwardLetters.length);
  return `AB${district} ${at % 10}${letter(Math.floor(at / 10))}${letter(Math.floor(at / 200))}`;
}

export type School = { name: string; domain: string; kind: "nursery" | "primary" | "secondary" };

/** The school that children of this age go to from this district. */
export function schoolFor(district: number, age: number, choice: number): School {
  const kind = age < 5 ? "nursery" : age < 11 ? "primary" : "secondary";
  const word = { nursery: "Nursery", primary: "Primary School", secondary: "Academy" }[kind];
  const name =
    schoolNames[(district * 2 + (choice % 3) * 5 + (kind === "secondary" ? 1 : 0)) % schoolNames.length];
  const full = `${name} ${word}`;
  return { name: full, domain: `${full.toLowerCase().replace(/[^a-z]+/g, "-")}.example`, kind };
}

export function practiceFor(district: number): string {
  const names =
    "Elmtree Surgery, Dr Lawal and Partners, Canalside Medical Centre, Hillview Practice, The Wharf Surgery";
  return names.split(", ")[district % 5] ?? "Elmtree Surgery";
}
