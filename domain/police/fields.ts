/** How many children and adults one row can name; families with more are sent as a contact of their own. */
export const childrenAtMost = 6;
const adultsAtMost = 4;

export type PoliceField = {
  /** What the code and the saved map call it. */
  name: string;
  label: string;
  /** Headings that mean it in the exports that we have seen, beside its own label. Compared without case and marks. */
  alike: readonly string[];
  max: number;
  /** It asks for more than a line when it is mended by hand. */
  long?: true;
};

const field = (name: string, label: string, alike: string[] = [], max = 200): PoliceField => ({
  name,
  label,
  alike,
  max,
});
const long = (name: string, label: string, alike: string[] = [], max = 4_000): PoliceField => ({
  ...field(name, label, alike, max),
  long: true,
});

const numbered = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

const childFields = numbered(childrenAtMost).flatMap((n) => {
  const first = (...alike: string[]) => (n === 1 ? alike : []);
  return [
    field(`child${n}First`, `Child ${n} first name`, [
      `Child ${n} forename`,
      `Child${n} FirstName`,
      ...first("Child first name", "Child forename", "Subject forename"),
    ]),
    field(`child${n}Last`, `Child ${n} last name`, [
      `Child ${n} surname`,
      `Child${n} LastName`,
      ...first("Child last name", "Child surname", "Subject surname"),
    ]),
    field(
      `child${n}Born`,
      `Child ${n} date of birth`,
      [
        `Child ${n} DOB`,
        `Child${n} DateOfBirth`,
        ...first("Child date of birth", "Child DOB", "Subject DOB"),
      ],
      60,
    ),
    field(`child${n}Age`, `Child ${n} age`, [...first("Child age")], 100),
    field(`child${n}Sex`, `Child ${n} sex`, [`Child ${n} gender`, ...first("Child sex", "Child gender")], 40),
    field(`child${n}Description`, `Child ${n} description`, [...first("Child description")], 500),
    field(`child${n}School`, `Child ${n} school`, [...first("Child school", "School")]),
  ];
});

const adultFields = numbered(adultsAtMost).flatMap((n) => {
  const first = (...alike: string[]) => (n === 1 ? alike : []);
  return [
    field(`adult${n}Name`, `Adult ${n} name`, [...first("Adult name", "Parent name")]),
    field(
      `adult${n}Born`,
      `Adult ${n} date of birth`,
      [`Adult ${n} DOB`, ...first("Adult date of birth", "Adult DOB")],
      60,
    ),
    field(`adult${n}Relationship`, `Adult ${n} relationship`, [
      ...first("Adult relationship", "Relationship"),
    ]),
  ];
});

/** Everything that a notice can say, in the order in which it is shown. What must be there is said in notice.ts. */
export const policeFields: readonly PoliceField[] = [
  field(
    "reference",
    "Force reference",
    ["Reference", "Ref", "Crime reference", "Incident number", "Notice reference", "URN"],
    60,
  ),
  field(
    "happenedOn",
    "Date of the incident",
    ["Incident date", "Date", "Date and time of incident", "Incident date and time", "Occurred on"],
    60,
  ),
  field("happenedAt", "Time of the incident", ["Incident time", "Time"], 40),
  field("type", "Notice type", ["Type", "Incident type", "Category"]),
  field(
    "grade",
    "Officer’s grade",
    ["Grade", "Officer grade", "Risk", "Risk grade", "Risk level", "RAG", "BRAG"],
    40,
  ),
  ...childFields,
  field("address", "Address or last known address", ["Address", "Home address", "Last known address"], 500),
  field("postcode", "Postcode", ["Post code"], 40),
  long("summary", "Summary", ["Details", "Circumstances", "Narrative", "Description", "What happened"]),
  ...adultFields,
  field("dash", "DASH grade", ["DASH", "DASH risk"], 60),
  field("childrenPresent", "Children present", ["Were children present"], 100),
  long("childSaid", "What the child said", ["Child’s words", "Voice of the child", "Child said"], 2_000),
  long("action", "What the police did", ["Police action", "Action taken", "Actions"], 2_000),
  long("conditions", "Bail or conditions", ["Bail", "Bail conditions", "Conditions"], 1_000),
  field(
    "encompass",
    "School told under Operation Encompass",
    ["Operation Encompass", "Encompass", "School told"],
    300,
  ),
  long("noContact", "No-contact warnings", ["No contact", "Warnings", "Safe contact"], 1_000),
];

export type PoliceFieldName = string;

const byName = new Map(policeFields.map((one) => [one.name, one]));
export const policeField = (name: string): PoliceField | undefined => byName.get(name);

/** A heading for comparing: letters and digits alone. */
const bareHeading = (heading: string): string =>
  heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

const byHeading = new Map(
  policeFields.flatMap(({ name, label, alike }) =>
    [name, label, ...alike].map((heading) => [bareHeading(heading), name] as const),
  ),
);

/** Which field each column of a file is, by heading; "" for one that is left out. */
export type ColumnMap = Readonly<Record<string, PoliceFieldName>>;

/** What the headings of a file seem to mean: as this force said before, else by the words. A field is meant once. */
export function suggestedMap(headings: readonly string[], saved: ColumnMap | null): ColumnMap {
  const taken = new Set<string>();
  const found = new Map<string, string>();
  for (const heading of headings) {
    const known = saved !== null && Object.hasOwn(saved, heading) ? saved[heading] : undefined;
    const name = known ?? byHeading.get(bareHeading(heading)) ?? "";
    const free = name !== "" && byName.has(name) && !taken.has(name);
    if (free) taken.add(name);
    found.set(heading, free ? name : "");
  }
  return Object.fromEntries(found);
}

/** Whether a force has said what every column is, so that nobody is asked again. */
export const isKnownMap = (headings: readonly string[], saved: ColumnMap | null): boolean =>
  saved !== null && headings.every((heading) => Object.hasOwn(saved, heading));
