import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { caseloads, caseloadWords, complexityOf, complexRule, type CaseFacts } from "#domain/caseload";

const plain: CaseFacts = { rating: "A", level: 3, age: 7, needCode: "N1" };

describe("what a worker has", () => {
  const cases: [Partial<CaseFacts>, string[]][] = [
    [{}, []],
    [{ rating: "R" }, ["rated Red"]],
    [{ rating: null, age: null, needCode: null }, []],
    [{ level: 4 }, ["the highest level of need"]],
    [{ age: -1 }, ["unborn"]],
    [{ age: 0 }, ["under one"]],
    [{ age: 1 }, []],
    [
      { rating: "R", age: 0, needCode: "N2" },
      ["rated Red", "under one", "the child's own disability or illness"],
    ],
  ];
  for (const [facts, words] of cases)
    test(`${JSON.stringify(facts)} is complex because of ${words.join(" and ") || "nothing"}`, () => {
      assert.deepEqual(complexityOf({ ...plain, ...facts }), words);
      for (const each of words) assert.ok(complexRule.includes(each));
    });

  test("everybody of the team is there, whoever has least first, and one name is one person", () => {
    const workers = [
      { id: "1", name: "Tess" },
      { id: "2", name: "Callum" },
    ];
    const red = { ...plain, rating: "R" as const };
    const loads = caseloads(workers, [
      { workerId: "1", workerName: null, facts: red },
      { workerId: "1", workerName: null, facts: plain },
      { workerId: null, workerName: "R. Hall", facts: plain },
      { workerId: null, workerName: "r. hall", facts: plain },
      { workerId: null, workerName: "R. Hall", facts: plain },
      { workerId: "3", workerName: "Gone Away", facts: plain },
    ]);
    assert.deepEqual(
      loads.map(({ name, open, complex }) => [name, open, complex]),
      [
        ["Callum", 0, 0],
        ["Gone Away", 1, 0],
        ["Tess", 2, 1],
        ["R. Hall", 3, 0],
      ],
    );
  });

  test("it says so above what the council wants, and not at it", () => {
    assert.equal(caseloadWords({ open: 20, complex: 3 }, 20), "20 children, 3 complex");
    assert.equal(caseloadWords({ open: 21, complex: 3 }, 20), "21 children, 3 complex: above 20");
    assert.equal(caseloadWords({ open: 1, complex: 0 }, 20), "1 child, 0 complex");
  });
});
