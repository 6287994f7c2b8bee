import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Role } from "#domain/actor";
import { periodOf } from "#domain/period";
import {
  childrenInAnHour,
  countSurnames,
  reasonsToAsk,
  sharedSurname,
  tooManyAbove,
  worthAsking,
  type AskReason,
  type Sitting,
} from "#domain/snooping";

const at = (clock: string) => new Date(`2026-11-24T${clock}:00Z`);

/** Nothing stands out: a contact that they held and worked on in the day. */
const plain: Sitting = {
  ...{
    readerId: "r",
    contactId: "c",
    at: at("10:00"),
    looks: 1,
    children: 1,
    sameSurname: "no",
    given: false,
  },
  ...{ related: true, acted: true, decidedBefore: false, hubWasOpen: true },
};
const idle = { related: false, acted: false } as const;

describe("why somebody should ask about a look", () => {
  const table: [what: string, role: Role, odd: Partial<Sitting>, many: boolean, why: AskReason[]][] = [
    ["their own work", "screener", {}, false, []],
    ["their own work, of many", "screener", {}, true, []],
    ["their own work after hours", "screener", { hubWasOpen: false }, false, []],
    ["a look through the queue", "screener", idle, false, []],
    ["their name, served by the queue", "screener", { sameSurname: "rare", given: true }, false, []],
    ["their name, chosen and worked on", "screener", { sameSurname: "rare" }, false, ["same-surname"]],
    ["a common name, worked on", "screener", { sameSurname: "common" }, false, []],
    [
      "a common name, only looked at",
      "screener",
      { ...idle, sameSurname: "common" },
      false,
      ["same-surname", "no-relation", "did-nothing"],
    ],
    ["one of many", "screener", idle, true, ["many-children", "no-relation", "did-nothing"]],
    [
      "what was decided before",
      "screener",
      { ...idle, decidedBefore: true },
      false,
      ["no-relation", "already-decided", "did-nothing"],
    ],
    [
      "what was decided before, by whoever answers for it",
      "manager",
      { ...idle, decidedBefore: true },
      false,
      [],
    ],
    ["what was decided before, and acted on", "screener", { related: false, decidedBefore: true }, false, []],
    [
      "at night",
      "screener",
      { ...idle, hubWasOpen: false },
      false,
      ["no-relation", "out-of-hours", "did-nothing"],
    ],
    ["at night, by whoever works then", "out_of_hours", { ...idle, hubWasOpen: false }, false, []],
    [
      "at night, by a manager",
      "manager",
      { ...idle, hubWasOpen: false },
      false,
      ["no-relation", "out-of-hours", "did-nothing"],
    ],
  ];
  for (const [what, role, odd, many, why] of table)
    test(`${what}: ${why.join(", ") || "nothing to ask"}`, () =>
      assert.deepEqual(reasonsToAsk({ ...plain, ...odd }, [role], many), why));
});

describe("children in an hour", () => {
  const opened = (clock: string, children: number) => ({ at: at(clock), children });
  test("are those of any sixty minutes that hold the look, not of a clock hour", () =>
    assert.deepEqual(
      childrenInAnHour([opened("09:40", 3), opened("10:20", 2), opened("10:45", 4), opened("15:00", 1)]),
      [5, 6, 6, 1],
    ));
  test("are too many at twice the busiest hours of others, and never below twelve", () => {
    assert.equal(tooManyAbove([]), 12);
    assert.equal(tooManyAbove([2, 3, 4]), 12);
    assert.equal(
      tooManyAbove([...Array.from({ length: 19 }, () => 9), 40]),
      18,
      "one wild hour counts little",
    );
  });
  test("are compared with those who do the same work", () => {
    const browsed = Array.from({ length: 14 }, (_, n) => ({
      ...plain,
      ...idle,
      contactId: `c${n}`,
      at: at(`10:${20 + n}`),
    }));
    const busy = browsed.map((each) => ({ ...each, readerId: "busy", related: true }));
    const asked = (role: Role) =>
      worthAsking([...browsed, ...busy], (id) => [id === "busy" ? role : "screener"]).length;
    assert.equal(asked("manager"), 14);
    assert.equal(asked("screener"), 0, "a colleague opened as many");
  });
});

describe("a shared surname", () => {
  const contacts = [["okafor"], ["smith"], ["smith"], ["smith"]].map((parts) => new Set(parts));
  const counts = countSurnames(contacts);
  const table: [reader: string, surnames: string[], all: number, shared: Sitting["sameSurname"]][] = [
    ["Ann Okafor", ["okafor"], 4, "rare"],
    ["Ann Okafor", ["kaur"], 4, "no"],
    ["Ann O’Kafor-Lee", ["okafor"], 4, "rare"],
    ["Ann Smith", ["smith"], 4, "common"],
    ["Ann Smith", ["smith"], 300, "rare"],
    ["Ann Smith-Okafor", ["smith", "okafor"], 4, "rare"],
    ["", ["smith"], 4, "no"],
  ];
  for (const [reader, surnames, all, shared] of table)
    test(`${reader || "nobody"} and ${surnames.join(", ")} among ${all}: ${shared}`, () =>
      assert.equal(sharedSurname(reader, new Set(surnames), counts, all), shared));
});

describe("the days of the report", () => {
  const now = at("12:00");
  const table: [from: string | null, until: string | null, taken: [string, string], problems: string[]][] = [
    [null, null, ["2026-11-18", "2026-11-24"], []],
    ["", " ", ["2026-11-18", "2026-11-24"], []],
    ["2026-11-01", "2026-11-30", ["2026-11-01", "2026-11-30"], []],
    [null, "2026-11-10", ["2026-11-04", "2026-11-10"], []],
    ["2026-11-30", "2026-11-01", ["2026-11-18", "2026-11-24"], ["until"]],
    ["2026-10-01", "2026-11-01", ["2026-11-18", "2026-11-24"], ["from"]],
    ["2026-02-30", null, ["2026-11-18", "2026-11-24"], ["from"]],
    ["yesterday", "2026-13-01", ["2026-11-18", "2026-11-24"], ["from", "until"]],
  ];
  for (const [from, until, [first, last], problems] of table)
    test(`${from} to ${until}`, () => {
      const found = periodOf({ from, until }, now);
      assert.deepEqual([found.period.from, found.period.until], [first, last]);
      assert.deepEqual(Object.keys(found.problems), problems);
    });
});
