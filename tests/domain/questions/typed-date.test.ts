import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ageOn, dateReadBack, movedDate, readTypedDate } from "#domain/questions/typed-date";
import { longDate } from "#domain/time-words";
import { yearsIn } from "#domain/questions/typed-age";

const today = "2026-11-23";
const read = (day: string, month = "", year = "") =>
  readTypedDate({ "born-day": day, "born-month": month, "born-year": year }, "born", today);

describe("dates as people type them", () => {
  for (const [day, month, year, date] of [
    ["4", "3", "2016", "2016-03-04"],
    ["04", "03", "16", "2016-03-04"],
    [" 4 ", " March ", " 2016 ", "2016-03-04"],
    ["4th", "MAR", "2016", "2016-03-04"],
    ["1st", "sept", "2009", "2009-09-01"],
    ["22nd", "Feb.", "1986", "1986-02-22"],
    ["３", "１２", "２０１９", "2019-12-03"],
    ["29", "2", "2024", "2024-02-29"],
    ["1", "1", "86", "1986-01-01"],
    ["1", "1", "27", "2027-01-01"],
    ["1", "1", "28", "1928-01-01"],
    ["4/3/2016", "", "", "2016-03-04"],
    ["4 March 2016", "", "", "2016-03-04"],
    ["2016-03-04", "", "", "2016-03-04"],
    ["4-3-16", "", "", "2016-03-04"],
    ["4 marca 2016", "", "", "2016-03-04"],
    ["22", "PAŹDZIERNIKA", "1986", "1986-10-22"],
    ["22", "pazdz.", "1986", "1986-10-22"],
    ["1", "wrz", "2009", "2009-09-01"],
    ["7", "czerwiec", "2019", "2019-06-07"],
    ["7", "lipca", "2019", "2019-07-07"],
  ] as const) {
    test(`“${day}” “${month}” “${year}” is ${date}`, () => {
      assert.deepEqual(read(day, month, year), { is: "date", date });
    });
  }

  for (const [day, month, year] of [
    ["31", "2", "2016"],
    ["29", "2", "2023"],
    ["0", "1", "2016"],
    ["4", "13", "2016"],
    ["4", "ma", "2016"],
    ["4", "li", "2016"],
    ["4", "marzipan", "2016"],
    ["4", "3", "216"],
    ["four", "3", "2016"],
    ["-4", "3", "2016"],
    ["4", "3", "20166"],
    ["4e0", "3", "2016"],
    ["9".repeat(100_000), "3", "2016"],
  ] as const) {
    test(`“${day.slice(0, 12)}” “${month}” “${year}” is no date`, () => {
      assert.deepEqual(read(day, month, year), { is: "wrong" });
    });
  }

  test("a missing box is named", () => {
    assert.deepEqual(read("", "", ""), { is: "empty" });
    assert.deepEqual(read("", "3", "2016"), { is: "part", missing: "day" });
    assert.deepEqual(read("4", "", "2016"), { is: "part", missing: "month" });
    assert.deepEqual(read("4", "3", ""), { is: "part", missing: "year" });
  });

  test("a date is read back in words, and what is none as it was typed", () => {
    const answer = { "born-day": "4", "born-month": "mar", "born-year": "16" };
    assert.equal(dateReadBack(answer, "born", today, longDate), "4 March 2016");
    assert.equal(
      dateReadBack({ ...answer, "born-day": "about 4" }, "born", today, longDate),
      "about 4 mar 16",
    );
  });

  test("an age is counted in whole years", () => {
    assert.equal(ageOn("2008-11-24", today), 17);
    assert.equal(ageOn("2008-11-23", today), 18);
    assert.equal(ageOn("2008-02-29", "2026-02-28"), 17);
    assert.equal(movedDate("2024-02-29", { years: -1 }), "2023-02-28");
  });
});

describe("ages as people write them", () => {
  for (const [words, years] of [
    ["7", 7],
    ["about 7", 7],
    ["7 or 8", 7],
    ["7 maybe 8", 7],
    ["18 months", 1],
    ["8 mths", 0],
    ["3 weeks", 0],
    ["6 days old", 0],
    ["14-15", 14],
    ["2½", 2],
    ["baby", null],
    ["", null],
    ["year 4 so 999", 4],
    ["999", null],
    ["x".repeat(100_000), null],
  ] as const) {
    test(`“${words.slice(0, 20)}” is ${String(years)}`, () => assert.equal(yearsIn(words), years));
  }
});
