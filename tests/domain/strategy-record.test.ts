import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { attendeeField, childField, readStrategyRecord, type StrategyFacts } from "#domain/strategy-record";
import { attendees, visitBy } from "../support/strategy.ts";

const council = { id: "0192a000-0000-7000-8000-000000000001", role: "social_care" } as const;
const police = { id: "0192a000-0000-7000-8000-000000000002", role: "police" } as const;
const health = { id: "0192a000-0000-7000-8000-000000000003", role: "health" } as const;
const school = { id: "0192a000-0000-7000-8000-000000000004", role: "education" } as const;

const facts: StrategyFacts = {
  organisations: [council, police, health, school],
  children: [
    { pathwayId: "p0", name: "Mary" },
    { pathwayId: "p1", name: "Sol" },
  ],
};

const child = (index: number, over: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({
      seen: "by DS Cole at noon",
      said: "wants mum",
      risk: "high",
      because: "bruises",
      ...over,
    }).map(([field, value]) => [childField(index, field), value]),
  );

const meeting = {
  startedOn: "2026-11-24",
  startedAt: "1:30pm",
  endedAt: "2:15pm",
  whyMet: "bruises on a baby",
  whoTells: "R. Hall today",
  medicalNeeded: "no",
  otherChildren: "none",
  tonight: "ring the out-of-hours team",
  ...attendees(4),
};

const fieldsOf = (draft: Record<string, unknown>) => {
  const read = readStrategyRecord(draft, facts);
  return read.ok ? [] : read.problems.map(({ field }) => field);
};

describe("the record of a strategy discussion", () => {
  const quorate = {
    ...meeting,
    present: [council.id, police.id, health.id],
    ...child(0, { finding: "joint" }),
    ...visitBy(0, council.id),
    ...child(1, { finding: "none" }),
  };

  test("with social care, police and health it finds for every child", () => {
    const read = readStrategyRecord(quorate, facts);
    assert.ok(read.ok);
    assert.ok(read.value.quorate);
    assert.deepEqual(
      read.value.children.map(({ pathwayId, finding }) => [pathwayId, finding]),
      [
        ["p0", "joint"],
        ["p1", "none"],
      ],
    );
  });

  test("a finding that acts needs to say who sees the child", () => {
    for (const field of ["seer", "seeWhere", "seeFor", "seeOn", "seeAt"])
      assert.deepEqual(fieldsOf({ ...quorate, [childField(0, field)]: "" }), [`child-0-${field}`]);
    assert.deepEqual(
      fieldsOf({ ...quorate, [childField(0, "seeFor")]: "0192a000-0000-7000-8000-00000000ffff" }),
      ["child-0-seeFor"],
    );
  });

  test("who took part is named, with how, and only those who were ticked are asked for", () => {
    const { [attendeeField(1, "who")]: _, ...unnamed } = quorate as Record<string, unknown>;
    assert.deepEqual(fieldsOf(unnamed), ["attendee-1-who"]);
    const { [attendeeField(3, "who")]: __, ...absent } = quorate as Record<string, unknown>;
    assert.deepEqual(fieldsOf(absent), []);
  });

  test("a medical, and the police taking a child, say when", () => {
    assert.deepEqual(fieldsOf({ ...quorate, medicalNeeded: "yes" }), ["medical"]);
    assert.deepEqual(fieldsOf({ ...quorate, policeTookOn: "2026-11-24" }), ["policeTookAt"]);
  });

  test("no child is left without a finding or a reason", () => {
    assert.deepEqual(fieldsOf({ ...quorate, [childField(1, "finding")]: "" }), ["child-1-finding"]);
    assert.deepEqual(fieldsOf({ ...quorate, [childField(1, "because")]: " " }), ["child-1-because"]);
  });

  for (const missing of [council, police, health]) {
    test(`without ${missing.role} nothing can be found`, () => {
      const present = [council, police, health, school].filter((one) => one !== missing).map(({ id }) => id);
      const problems = fieldsOf({ ...quorate, present });
      assert.deepEqual(problems, [
        "absentBecause",
        "protective",
        "reconveneOn",
        "reconveneAt",
        "child-0-finding",
        "child-1-finding",
      ]);
    });
  }

  test("without its core it protects the children and meets again", () => {
    const read = readStrategyRecord(
      {
        ...meeting,
        present: council.id,
        absentBecause: "health could not be reached",
        protective: "Mary stays in hospital",
        reconveneOn: "2026-11-25",
        reconveneAt: "9am",
        ...child(0),
        ...child(1),
      },
      facts,
    );
    assert.ok(read.ok);
    assert.equal(read.value.quorate, false);
    assert.deepEqual(read.value.present, [
      { organisationId: council.id, name: "Somebody of theirs", how: "video" },
    ]);
  });

  test("somebody from an organisation that is not part of it cannot be ticked", () => {
    assert.ok(
      fieldsOf({ ...quorate, present: ["0192a000-0000-7000-8000-00000000ffff"] }).includes("present"),
    );
  });

  test("an empty form says everything that is missing, and a finding is never filled in", () => {
    const problems = fieldsOf({});
    for (const field of ["present", "startedOn", "whyMet", "child-0-seen", "child-1-risk"])
      assert.ok(problems.includes(field), field);
  });
});
