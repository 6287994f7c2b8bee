import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readRecord } from "#domain/decision-problems";
import { demoOutcomes } from "#services/demo/records/demo-outcome";
import { recordFor } from "#services/demo/records/record-for";

describe("records that invented screeners write", () => {
  for (const outcome of demoOutcomes) {
    for (const parentsTold of [true, false]) {
      test(`${outcome}, parents ${parentsTold ? "told" : "not told"}, leaves nothing to ask for`, () => {
        const form = recordFor(outcome, {
          child: "Leo",
          today: "2026-11-24",
          parentsTold,
          earlierContacts: 2,
          invited: ["01995b1e-1111-7000-8000-000000000001"],
        });
        const read = readRecord(form, {
          harmAlleged: true,
          shortNotice: false,
          earlierContacts: 2,
          unansweredChecks: 0,
          onPlan: false,
          confirmedOpenCase: false,
          invitedCore: { police: true, health: true },
          unsettled: [],
        });
        assert.deepEqual(read.ok ? [] : read.problems, []);
      });
    }
  }
});
