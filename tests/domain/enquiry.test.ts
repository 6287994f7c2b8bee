import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { enquirySchema, readEnquiry } from "#domain/enquiry";
import { defaultSettings } from "#domain/settings";
import { calendarOf } from "#domain/working-calendar";

const calendar = calendarOf(defaultSettings);
const now = new Date("2026-11-24T10:00Z");
const facts = { decideBy: new Date("2026-11-24T15:40Z"), earlier: 0 };
const complete = {
  need: "Who collects her today",
  from: "The school",
  whyNotSafe: "The father may be there",
  safeMeanwhile: "She stays in school",
  reviewOn: "2026-11-24",
  reviewAt: "3pm",
};
const asked = (change: object, more: Partial<typeof facts> = {}) => {
  const read = readEnquiry({ ...complete, ...change }, { ...facts, ...more }, now, calendar);
  return read.ok ? [] : read.problems.map((problem) => problem.field);
};

test("a complete hold for enquiries has its moment of review", () => {
  const read = readEnquiry(complete, facts, now, calendar);
  assert.equal(read.ok && read.value.review.toISOString(), "2026-11-24T15:00:00.000Z");
});

test("an empty one is asked for everything but the manager", () => {
  const read = readEnquiry({}, facts, now, calendar);
  const fields = Object.keys(enquirySchema.shape).filter((field) => field !== "manager");
  assert.deepEqual(!read.ok && read.problems.map((problem) => problem.field), fields);
});

describe("limits", () => {
  test("review by the deadline needs no manager, after it does", () => {
    assert.deepEqual(asked({ reviewAt: "3:40pm" }), []);
    assert.deepEqual(asked({ reviewAt: "3:41pm" }), ["manager"]);
    assert.deepEqual(asked({ reviewAt: "3:41pm", manager: "R. Hall" }), []);
  });
  test("a review in the past is refused", () => {
    assert.deepEqual(asked({ reviewAt: "10am" }), ["reviewOn"]);
    assert.deepEqual(asked({ reviewOn: "2026-11-23" }), ["reviewOn"]);
  });
  test("two at most", () => {
    assert.deepEqual(asked({}, { earlier: 1 }), []);
    assert.deepEqual(asked({}, { earlier: 2 }), [""]);
  });
});
