import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  isLate,
  latestReply,
  nextChase,
  replyTimes,
  requestBases,
  requestStatusWords,
  whyNobodyIsAsked,
  whyNotByThen,
  whyNotOnThisBasis,
  type RequestBasis,
  type RequestState,
} from "#domain/agency-request";
import { turnaroundInWords } from "#domain/agency-turnaround";
import { ratingCodes, type Rating } from "#domain/rating";
import { bragHoursPresets, defaultSettings } from "#domain/settings";
import { calendarOf } from "#domain/working-calendar";

const calendar = calendarOf(defaultSettings);
/** Tuesday, ten in the morning. */
const now = new Date("2026-11-24T10:00:00Z");
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

describe("who may be asked at all", () => {
  const table: [why: string, rating: Rating | null, decideBy: Date | null, said: RegExp | null][] = [
    ["Red", "R", at(6), null],
    ["Amber", "A", at(6), null],
    ["Green", "G", at(6), null],
    ["Blue is information", "B", at(6), /This contact is Blue/],
    ["not rated", null, at(6), /Rate this contact first/],
    ["decided", "R", null, /has a decision/],
    ["a minute more than an hour left", "R", at(61 / 60), null],
    ["an hour left", "R", at(1), /less than an hour/],
    ["late", "A", at(-2), /is late/],
  ];
  for (const [why, rating, decideBy, said] of table)
    test(why, () => {
      const told = whyNobodyIsAsked({ rating, decideBy, now });
      if (said === null) assert.equal(told, null);
      else assert.match(told ?? "", said);
    });
});

describe("on which basis", () => {
  const asked = (rating: Rating, basis: RequestBasis, manages: boolean, managersReason = "") =>
    whyNotOnThisBasis({ rating, basis, manages, managersReason })?.field ?? null;
  test("Red and Amber on any, whoever asks", () => {
    for (const rating of ["R", "A"] as const)
      for (const basis of requestBases) assert.equal(asked(rating, basis, false), null);
  });
  const green: [basis: RequestBasis, manages: boolean, reason: string, refused: string | null][] = [
    ["agreement", false, "", null],
    ["agreement", true, "", null],
    ["protect", false, "", "basis"],
    ["protect", false, "A screener's reason counts for nothing", "basis"],
    ["crime", false, "", "basis"],
    ["protect", true, "", "managersReason"],
    ["protect", true, "The mother cannot be reached and the school is worried", null],
  ];
  for (const [basis, manages, reason, refused] of green)
    test(`Green, ${basis}, ${manages ? "a manager" : "a screener"}, ${reason || "no reason"}`, () => {
      assert.equal(asked("G", basis, manages, reason), refused);
    });
});

describe("by when", () => {
  const settings = { bragHours: bragHoursPresets.merton };
  const offered = (rating: Rating, decideBy: Date, moment = now) =>
    replyTimes({ rating, decideBy, now: moment }, settings, calendar).map(({ at: time }) =>
      time.toISOString().slice(11, 16),
    );
  test("half of the rating's hours and all of them", () => {
    assert.deepEqual(offered("R", at(20)), ["11:00", "12:00"]);
    assert.deepEqual(offered("A", at(20)), ["13:00", "16:00"]);
    assert.deepEqual(offered("B", at(20)), []);
  });
  test("never later than an hour before the decision is due, and then once", () => {
    assert.deepEqual(offered("A", at(5)), ["13:00", "14:00"]);
    assert.deepEqual(offered("A", at(2)), ["11:00"]);
    assert.deepEqual(offered("A", at(1)), []);
  });
  test("in words, with why it is no later", () => {
    const [half, whole] = replyTimes({ rating: "A", decideBy: at(5), now }, settings, calendar);
    assert.equal(half?.words, "By today 1pm: in 3h");
    assert.equal(whole?.words, "By today 2pm: in 4h, an hour before the decision is due");
  });
  test("every time that is offered is taken, at any minute, rating and deadline", () => {
    let taken = 0;
    for (const hours of Object.values(bragHoursPresets))
      for (const rating of ratingCodes)
        for (let minutes = 0; minutes <= 26 * 60; minutes += 13) {
          const decideBy = new Date(now.getTime() + minutes * 60_000);
          const facts = { rating, decideBy, now };
          for (const { at: time } of replyTimes(facts, { bragHours: hours }, calendar)) {
            assert.equal(whyNotByThen(time, facts, { bragHours: hours }, calendar), null);
            assert.ok(time.getTime() <= latestReply(decideBy).getTime(), "an hour is left to read it");
            assert.ok(time.getTime() > now.getTime());
            taken += 1;
          }
        }
    assert.ok(taken > 500, `${taken} times`);
  });
  const refused: [why: string, time: Date, said: RegExp | null][] = [
    ["no time", new Date(Number.NaN), /Choose by when/],
    ["passed", at(-0.1), /has passed/],
    ["this moment", now, /has passed/],
    ["an hour before the decision", at(3), null],
    ["a minute later than that", new Date(at(3).getTime() + 60_000), /an hour before the decision/],
  ];
  for (const [why, time, said] of refused)
    test(why, () => {
      const told = whyNotByThen(time, { rating: "A", decideBy: at(4), now }, settings, calendar);
      if (said === null) assert.equal(told, null);
      else assert.match(told ?? "", said);
    });
  test("no later than the rating gives", () => {
    const told = whyNotByThen(at(3), { rating: "R", decideBy: at(20), now }, settings, calendar);
    assert.match(told ?? "", /than this rating gives/);
  });
});

describe("where a request stands", () => {
  const sent: RequestState = {
    ...{ dueAt: at(1), openedAt: null, closedAt: null, closedHow: null, parts: 0, chased: 0 },
  };
  const table: [state: Partial<RequestState>, words: string][] = [
    [{}, "Sent"],
    [{ openedAt: now }, "Opened"],
    [{ openedAt: now, chased: 1 }, "Opened, chased ×1"],
    [{ openedAt: now, dueAt: at(-1), chased: 2 }, "Opened, late, chased ×2"],
    [{ dueAt: at(-1) }, "Sent, late"],
    [{ openedAt: now, parts: 2 }, "Part reply"],
    [{ closedAt: now, closedHow: "known", parts: 2, dueAt: at(-1), chased: 2 }, "Full reply"],
    [{ closedAt: now, closedHow: "no_trace" }, "No trace"],
    [{ closedAt: now, closedHow: "not_sharing" }, "Not sharing"],
    [{ closedAt: now, closedHow: "wrong_agency" }, "Wrong agency"],
  ];
  for (const [state, words] of table)
    test(words, () => {
      assert.equal(requestStatusWords({ ...sent, ...state }, now), words);
    });
  test("what was answered is never late", () => {
    assert.equal(isLate({ dueAt: at(-1), closedAt: now }, now), false);
    assert.equal(isLate({ dueAt: at(-1), closedAt: null }, now), true);
  });
});

describe("reminding", () => {
  const request = { askedAt: now, dueAt: at(2) };
  const settings = { requestChasePercent: 50, requestChaseLateMinutes: 10 };
  const table: [chased: number, when: Date | null][] = [
    [0, at(1)],
    [1, new Date(at(2).getTime() + 10 * 60_000)],
    [2, null],
    [3, null],
  ];
  for (const [chased, when] of table)
    test(`after ${chased}: ${when?.toISOString() ?? "never again"}`, () => {
      assert.deepEqual(nextChase(request, chased, settings), when);
    });
});

test("how an agency answers is said in one line", () => {
  const none = { asked: 2, answered: 0, inTime: 0, noTrace: 0, late: 1, medianMinutes: null };
  assert.equal(turnaroundInWords(none), "2 asked, none answered; 1 late now");
  assert.equal(
    turnaroundInWords({ asked: 4, answered: 3, inTime: 2, noTrace: 1, late: 0, medianMinutes: 95 }),
    "4 asked, 3 answered, 2 of them in time, half within 1h 35m; 1 no trace",
  );
});
