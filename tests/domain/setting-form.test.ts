import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { outOfDate } from "#domain/out-of-date";
import { fieldsOf } from "#domain/setting-form";
import { groupFacts, settingGroups, type SettingGroup } from "#domain/setting-groups";
import { differences, readSettingForm, typedFrom, type TypedSettings } from "#domain/setting-values";
import { bragHoursPresets, defaultSettings, settingsSchema, type Settings } from "#domain/settings";

test("every setting but the time zone is changed in exactly one form", () => {
  const keys = settingGroups.flatMap((group) => groupFacts[group].keys);
  assert.deepEqual([...keys, "timeZone"].sort(), Object.keys(settingsSchema.shape).sort());
});

/** What the form of a group stands for, after some of its fields were typed anew. */
function send(group: SettingGroup, typed: TypedSettings, standing: Settings = defaultSettings) {
  const form = readSettingForm(group, { ...typedFrom(group, standing), ...typed }, standing);
  const read = settingsSchema.safeParse({ ...standing, ...form.values });
  return {
    settings: read.data,
    wrong: (read.error?.issues ?? []).map(({ path }) => form.fieldAt(path)),
  };
}

for (const group of settingGroups)
  test(`the form of ${group}, sent as it is shown, changes no setting`, () => {
    const { settings } = send(group, {});
    // The sources that the product came with are kept once somebody has looked at them.
    assert.deepEqual({ ...settings, sources: {} }, defaultSettings);
    assert.deepEqual(differences(group, defaultSettings, settings ?? defaultSettings), []);
  });

describe("what is typed", () => {
  const cases: [group: SettingGroup, typed: TypedSettings, differs: Partial<Settings>][] = [
    [
      "hub",
      { "phones.day": " 01234 000 111 " },
      { phones: { ...defaultSettings.phones, day: "01234 000 111" } },
    ],
    [
      "hub",
      { "openingHours.days": ["1", "6"], "openingHours.opens": "09:00" },
      { openingHours: { days: [1, 6], opens: "09:00", closes: "17:00" } },
    ],
    [
      "holidays",
      { extraBankHolidays: "2027-09-20\n\n 2027-06-03\n2027-09-20" },
      { extraBankHolidays: ["2027-06-03", "2027-09-20"] },
    ],
    [
      "hub",
      {
        ...{ "neighbours.0.name": "", "neighbours.0.number": "", "neighbours.0.areas": "" },
        ...{ "neighbours.1.name": "Farshire", "neighbours.1.number": "01", "neighbours.1.areas": "ZA\nZB1" },
      },
      { neighbours: [{ name: "Farshire", number: "01", areas: ["ZA", "ZB1"] }] },
    ],
    [
      "languages",
      {
        ...{ "languages.pl.offered": "yes", "languages.pl.reviewedBy": "Anna Kowalska, interpreter" },
        "languages.pl.reviewedOn": "2026-11-20",
      },
      {
        languages: {
          pl: { offered: "yes", reviewedBy: "Anna Kowalska, interpreter", reviewedOn: "2026-11-20" },
        },
      },
    ],
    ["words", { "levels.3.name": "" }, { levels: defaultSettings.levels.slice(0, 3) }],
    ["words", { "ratingMeanings.R": "Now" }, { ratingMeanings: { R: "Now" } }],
    ["targets", { bragPreset: "surrey" }, { bragHours: bragHoursPresets.surrey }],
    [
      "targets",
      { bragPreset: "own", "bragHours.R.hours": "1" },
      { bragHours: { ...bragHoursPresets.merton, R: { hours: 1, counting: "elapsed" } } },
    ],
    [
      "targets",
      { "repeatRule.0.contacts": "", "repeatRule.0.days": "" },
      { repeatRule: [{ contacts: 3, days: 365 }] },
    ],
    [
      "helplines",
      { "helplines.1.name": "", "helplines.1.number": "" },
      { helplines: defaultSettings.helplines.filter(({ id }) => id !== "nspcc") },
    ],
    [
      "helplines",
      { "helplines.4.name": "Anytown's own line", "helplines.4.number": "01234 1" },
      {
        helplines: [
          ...defaultSettings.helplines,
          {
            id: "anytown-s-own-line",
            name: "Anytown's own line",
            number: "01234 1",
            hours: null,
            checkedOn: null,
          },
        ],
      },
    ],
  ];
  for (const [group, typed, differs] of cases)
    test(`${group}: ${JSON.stringify(typed)}`, () => {
      const { settings, wrong } = send(group, typed);
      assert.deepEqual(wrong, []);
      assert.deepEqual(settings, { ...defaultSettings, ...differs });
    });
});

describe("what is wrong is told beside its own field", () => {
  const cases: [group: SettingGroup, typed: TypedSettings, wrong: string[]][] = [
    ["hub", { "openingHours.opens": "8.30", exitUrl: "http://x.example" }, ["openingHours.opens", "exitUrl"]],
    ["hub", { "openingHours.opens": "18:00" }, ["openingHours.closes"]],
    ["hub", { "openingHours.days": [] }, ["openingHours.days"]],
    ["holidays", { extraBankHolidays: "2027-06-03\nsoon" }, ["extraBankHolidays"]],
    ["words", { "levels.1.name": "" }, ["levels.1.name"]],
    ["targets", { bragPreset: "own", "bragHours.G.hours": "soon" }, ["bragHours.G.hours"]],
    ["targets", { "repeatRule.2.contacts": "4" }, ["repeatRule.2.days"]],
    ["statutory", { assessmentWorkingDays: "46" }, ["assessmentWorkingDays"]],
    [
      "statutory",
      { "sources.assessmentWorkingDays.reviewBy": "soon" },
      ["sources.assessmentWorkingDays.reviewBy"],
    ],
    // The first is taken away: what is wrong with the third is still told beside the third.
    [
      "helplines",
      { "helplines.0.name": "", "helplines.0.number": "", "helplines.2.number": "" },
      ["helplines.2.number"],
    ],
    ["screens", { lockMinutes: "45" }, ["signOutMinutes"]],
    ["languages", { "languages.pl.offered": "yes" }, ["languages.pl.reviewedBy", "languages.pl.reviewedOn"]],
    ["languages", { "languages.pl.reviewedOn": "last week" }, ["languages.pl.reviewedOn"]],
  ];
  for (const [group, typed, wrong] of cases)
    test(`${group}: ${JSON.stringify(typed)}`, () => assert.deepEqual(send(group, typed).wrong, wrong));
});

test("a change is told in the words of the form", () => {
  const after =
    send("hub", { "openingHours.days": ["1", "2"], "phones.day": "0" }).settings ?? defaultSettings;
  assert.deepEqual(differences("hub", defaultSettings, after), [
    { label: "Telephone number by day", from: "01234 567 890", to: "0" },
    {
      label: "Days on which the hub is open",
      from: "Monday, Tuesday, Wednesday, Thursday, Friday",
      to: "Monday, Tuesday",
    },
  ]);
});

test("no form has two fields of one name, or more than a body may hold", () => {
  const many = Array.from({ length: 50 }, (_, i) => ({
    id: `a${i}`,
    name: "A",
    number: "1",
    hours: null,
    checkedOn: null,
  }));
  for (const group of settingGroups) {
    const names = fieldsOf(group, { ...defaultSettings, helplines: many }).map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.length < 400, `${group}: ${names.length}`);
  }
});

describe("out of date", () => {
  const checked = (checkedOn: string | null) => ({
    ...defaultSettings,
    helplines: defaultSettings.helplines.map((line) => ({ ...line, checkedOn })),
  });
  const words = (settings: Settings, today: string, lastKept = {}) =>
    outOfDate(settings, today, lastKept).map((one) => one.words);

  test("helplines that nobody checked for 90 days", () => {
    assert.deepEqual(words(checked("2026-08-27"), "2026-11-24"), []);
    assert.deepEqual(words(checked("2026-08-26"), "2026-11-24"), [
      "4 helpline entries not checked for 90 days",
    ]);
    assert.deepEqual(words(checked(null), "2026-11-24"), ["4 helpline entries not checked for 90 days"]);
  });

  test("a number of the law whose day to look again has passed, until somebody writes another", () => {
    const due = { source: "Working Together 2023", reviewBy: "2026-11-01" };
    const settings = { ...checked("2026-11-20"), sources: { assessmentWorkingDays: due } };
    assert.deepEqual(words(settings, "2026-11-24"), [
      "“Working days to finish an assessment” was to be looked at again by 1 November 2026",
    ]);
  });

  test("every other setting a year after it was last kept", () => {
    const settings = checked("2027-04-01");
    const about = (lastKept: object) =>
      words(settings, "2027-04-02", lastKept).filter((one) => one.includes("hub is open"));
    assert.equal(about({}).length, 1);
    assert.deepEqual(about({ openingHours: "2026-11-20" }), []);
  });

  test("the end of the list of bank holidays, half a year before", () => {
    const ends = (today: string) =>
      words(checked(today), today).some((one) => one.startsWith("Bank holidays are known"));
    assert.deepEqual([ends("2027-06-01"), ends("2027-08-01")], [false, true]);
  });
});
