import { groupFacts, type SettingGroup } from "./setting-groups.ts";
import { translations } from "./intake.ts";
import { languageFacts } from "./language.ts";
import { outcomeFacts, outcomes } from "./outcome.ts";
import { ratingCodes, ratingFaces } from "./rating.ts";
import { settingSources } from "./setting-sources.ts";
import { bragHoursPresets, sourcedKeys, type SettingKey, type Settings } from "./settings.ts";

/**
 * One field of a settings form. Its name is the path of the value in the settings ("phones.day", "helplines.0.name"), so
 * that what is typed finds its place, and what the schema refuses finds its field.
 */
export type SettingField = {
  name: string;
  label: string;
  hint?: string;
  /** lines: a list, one entry a line. days: any of the week's days. */
  kind: "text" | "number" | "lines" | "days" | "choice";
  /** What an empty box means where it is not a mistake. */
  empty?: "null" | "left-out";
  options?: readonly { value: string; text: string }[];
  /** Fields that have the same one stand together under it. */
  under?: string;
  /** It counts, and shows, only while this one of the choices above is made. */
  openedBy?: { name: string; value: string };
};

type Fields = (settings: Settings) => SettingField[];

export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const text = (name: string, label: string, more: Partial<SettingField> = {}): SettingField => ({
  ...{ name, label, kind: "text" },
  ...more,
});
const number = (name: string, label: string, under?: string): SettingField => ({
  ...{ name, label, kind: "number" },
  ...(under === undefined ? {} : { under }),
});
const ofKey = (key: SettingKey) => number(key, settingSources[key].label);
const dateHint = "Year-month-day, such as 2027-12-31";

const counting = [
  { value: "elapsed", text: "on the wall clock" },
  { value: "working", text: "while the hub is open" },
];

const keptFrom = [
  { value: "birth", text: "the child's birth" },
  { value: "closure", text: "the end of the last work on it" },
];

const yesOrNo = [
  { value: "yes", text: "Yes" },
  { value: "no", text: "No" },
];

/** The choice that fills in the rating targets; it is not kept itself. */
export const presetField = "bragPreset";
const presetWords = {
  merton: "As Merton: 2, 6 and 24 hours",
  surrey: "As Surrey Police: 4 and 24 working hours, 72 hours",
};

const rated = (["R", "A", "G"] as const).flatMap((code): SettingField[] => {
  const openedBy = { name: presetField, value: "own" };
  return [
    { ...number(`bragHours.${code}.hours`, `Hours for ${ratingFaces[code].word}`), openedBy },
    {
      ...{ name: `bragHours.${code}.counting`, label: `How they count for ${ratingFaces[code].word}` },
      ...{ kind: "choice", options: counting, openedBy },
    },
  ];
});

const fieldsByGroup: Record<SettingGroup, Fields> = {
  hub: ({ neighbours }) => [
    text("authorityName", "Name of the authority"),
    text("phones.day", "Telephone number by day"),
    text("phones.night", "Telephone number when the hub is closed"),
    { name: "openingHours.days", label: "Days on which the hub is open", kind: "days" },
    text("openingHours.opens", "Opens at", { hint: "Hours and minutes, such as 08:30" }),
    text("openingHours.closes", "Closes at", { hint: "Hours and minutes, such as 17:00" }),
    {
      name: "postcodeAreas",
      label: "Postcodes that you cover",
      kind: "lines",
      hint: "The beginnings, one a line, such as AB1",
    },
    ...Array.from({ length: Math.min(neighbours.length + 1, 60) }, (_, i): SettingField[] => {
      const under = neighbours[i]?.name ?? "Another neighbouring authority";
      return [
        text(`neighbours.${i}.name`, "Name", {
          ...{ under, empty: "left-out" },
          hint: neighbours[i] ? "Empty all three to take it away" : "Leave these empty to add none",
        }),
        text(`neighbours.${i}.number`, "Number of their hub", { under, empty: "left-out" }),
        {
          ...{ name: `neighbours.${i}.areas`, label: "Postcodes that they cover", kind: "lines", under },
          hint: "The beginnings, one a line",
        },
      ];
    }).flat(),
    text("exitUrl", "Where “hide this page” leads", { hint: "A page that says nothing of us" }),
  ],
  holidays: () => [
    {
      name: "extraBankHolidays",
      label: "Days beside the published ones",
      kind: "lines",
      hint: `One a line. ${dateHint}`,
    },
  ],
  words: ({ levels }) => [
    ...Array.from({ length: 4 }, (_, i) =>
      text(`levels.${i}.name`, `Level ${levels[i]?.level ?? i + 1}`, {
        under: "Levels of need",
        ...(i === 3 ? { empty: "left-out" as const, hint: "Leave it empty where there are three" } : {}),
      }),
    ),
    text("familyCafLabel", "What early help with the family is called"),
    ...ratingCodes.map((code) =>
      text(`ratingMeanings.${code}`, `What ${ratingFaces[code].word} means here`, {
        ...{ empty: "left-out", under: "Colours, where they mean something else here" },
      }),
    ),
  ],
  targets: ({ repeatRule }) => [
    {
      ...{ name: presetField, label: "Hours to gather what is needed, by rating", kind: "choice" },
      options: [
        ...Object.entries(presetWords).map(([value, words]) => ({ value, text: words })),
        { value: "own", text: "Our own" },
      ],
    },
    ...rated,
    ...Array.from({ length: Math.min(repeatRule.length + 1, 5) }, (_, i): SettingField[] => {
      const under = `What makes a pattern${i === 0 ? "" : `, or else (${i + 1})`}`;
      return [
        { ...number(`repeatRule.${i}.contacts`, "So many contacts", under), empty: "left-out" },
        { ...number(`repeatRule.${i}.days`, "in so many days", under), empty: "left-out" },
      ];
    }).flat(),
    ...groupFacts.targets.keys.filter((key) => key !== "bragHours" && key !== "repeatRule").map(ofKey),
  ],
  statutory: () =>
    sourcedKeys.flatMap((key): SettingField[] => {
      const under = settingSources[key].label;
      return [
        number(key, "Number", under),
        text(`sources.${key}.source`, "Where it comes from", { under }),
        text(`sources.${key}.reviewBy`, "Look again by", { under, hint: dateHint }),
      ];
    }),
  retention: () =>
    outcomes.flatMap((outcome): SettingField[] => {
      const under = outcomeFacts[outcome].label;
      return [
        number(`retention.${outcome}.years`, "Years", under),
        {
          ...{ name: `retention.${outcome}.from`, label: "Counted from", kind: "choice", under },
          options: keptFrom,
        },
      ];
    }),
  helplines: ({ helplines }) =>
    Array.from({ length: Math.min(helplines.length + 1, 50) }, (_, i): SettingField[] => {
      const under = helplines[i]?.name ?? "Another one";
      return [
        text(`helplines.${i}.name`, "Name", {
          ...{ under, empty: "left-out" },
          hint: helplines[i] ? "Empty this and the number to take it away" : "Leave these empty to add none",
        }),
        text(`helplines.${i}.number`, "Number", { under, empty: "left-out" }),
        text(`helplines.${i}.hours`, "When somebody answers", {
          under,
          empty: "null",
          hint: "Empty while nobody knows",
        }),
        text(`helplines.${i}.checkedOn`, "Checked on", { under, empty: "null", hint: dateHint }),
      ];
    }).flat(),
  police: () => groupFacts.police.keys.map(ofKey),
  languages: () =>
    translations.flatMap((language): SettingField[] => {
      const under = languageFacts[language].english;
      const name = (field: string) => `languages.${language}.${field}`;
      return [
        { ...{ name: name("offered"), label: "Is it offered?", kind: "choice", under }, options: yesOrNo },
        text(name("reviewedBy"), "Who has read it through", { under, empty: "null" }),
        text(name("reviewedOn"), "On which day", { under, empty: "null", hint: dateHint }),
      ];
    }),
  screens: () => groupFacts.screens.keys.map(ofKey),
};

/** The fields of a group's form. How many there are depends on what stands: a list has room for one more. */
export const fieldsOf = (group: SettingGroup, standing: Settings): SettingField[] =>
  fieldsByGroup[group](standing);

/** The preset that the rating targets are the same as. */
export function presetOf({ bragHours }: Pick<Settings, "bragHours">): string {
  const same = (preset: Settings["bragHours"]) =>
    (["R", "A", "G"] as const).every(
      (code) =>
        preset[code].hours === bragHours[code].hours && preset[code].counting === bragHours[code].counting,
    );
  return Object.entries(bragHoursPresets).find(([, preset]) => same(preset))?.[0] ?? "own";
}
