import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  compareKeys,
  explainPosition,
  laneOf,
  orderQueue,
  queueOrderKey,
  ruleInWords,
  steps,
  stepOf,
  type QueueRow,
  type Step,
} from "#domain/queue-order";
import { ratingCodes } from "#domain/rating";
import { defaultSettings } from "#domain/settings";
import { calendarOf, nextClosing } from "#domain/working-calendar";

const calendar = calendarOf(defaultSettings);
const now = new Date("2026-11-24T10:40Z");
const closesAt = nextClosing(now, calendar);
const at = (text: string) => new Date(`2026-11-${text}Z`);

const base: QueueRow = {
  id: "m",
  bundleId: null,
  rating: "G",
  danger: "no",
  senderUnder18: false,
  nextEventAt: null,
  receivedAt: at("24T09:00"),
  rateBy: at("24T10:00"),
  decideBy: at("25T09:00"),
};
const row = (id: string, change: Partial<QueueRow> = {}): QueueRow => ({ ...base, id, ...change });

describe("the step of a row", () => {
  const home = at("24T15:15");
  const table: [what: string, change: Partial<QueueRow>, step: Step][] = [
    ["not rated", { rating: null }, "rate_ordinary"],
    ["not rated, danger yes", { rating: null, danger: "yes" }, "rate_danger"],
    ["not rated, danger not sure", { rating: null, danger: "not_sure" }, "rate_danger"],
    ["not rated, from a young person", { rating: null, senderUnder18: true }, "rate_danger"],
    ["not rated, home at 3:15pm", { rating: null, nextEventAt: home }, "rate_danger"],
    ["not rated, something tonight", { rating: null, nextEventAt: at("24T20:00") }, "rate_ordinary"],
    ["Red", { rating: "R" }, "work_red"],
    ["Red, home at 3:15pm", { rating: "R", nextEventAt: home }, "work_red"],
    ["Amber", { rating: "A" }, "work_rest"],
    ["Amber, home at 3:15pm", { rating: "A", nextEventAt: home }, "work_before_close"],
    [
      "Green, something at close to the minute",
      { rating: "G", nextEventAt: at("24T17:00") },
      "work_before_close",
    ],
    ["Green, something a minute after close", { rating: "G", nextEventAt: at("24T17:01") }, "work_rest"],
    ["Blue, something that has passed", { rating: "B", nextEventAt: at("24T10:00") }, "work_before_close"],
    // Once rated by a person, the sender's own alarm no longer lifts it: the rating does.
    ["Green, danger not sure", { rating: "G", danger: "not_sure" }, "work_rest"],
  ];
  for (const [what, change, step] of table) {
    test(`${what}: ${step}`, () => {
      assert.equal(stepOf(row("a", change), closesAt), step);
      assert.equal(laneOf(row("a", change)), step.startsWith("rate") ? "rate" : "work");
    });
  }
});

test("the queue in order, with every tie that matters", () => {
  const inOrder = [
    row("danger-home", { rating: null, danger: "not_sure", nextEventAt: at("24T15:15") }),
    row("danger-older", { rating: null, danger: "yes", rateBy: at("24T10:50") }),
    row("danger-newer", { rating: null, danger: "not_sure", rateBy: at("24T11:20") }),
    row("red-home", { rating: "R", nextEventAt: at("24T15:15"), decideBy: at("25T10:00") }),
    row("red-less-time", { rating: "R", decideBy: at("24T11:00") }),
    row("red-more-time", { rating: "R", decideBy: at("24T16:00") }),
    row("unrated-older", { rating: null, rateBy: at("24T11:00") }),
    row("unrated-newer", { rating: null, rateBy: at("24T11:30") }),
    row("green-home-soon", { rating: "G", nextEventAt: at("24T12:00"), decideBy: at("25T10:00") }),
    row("amber-home-later", { rating: "A", nextEventAt: at("24T15:15"), decideBy: at("24T11:00") }),
    row("blue-late", { rating: "B", decideBy: at("24T10:00") }),
    row("amber-due", { rating: "A", decideBy: at("24T15:00") }),
    row("same-due-came-first", { decideBy: at("24T16:00"), receivedAt: at("23T09:00") }),
    row("same-due-came-second", { decideBy: at("24T16:00"), receivedAt: at("23T09:01") }),
    row("same-a", { decideBy: at("25T16:00") }),
    row("same-b", { decideBy: at("25T16:00") }),
  ];
  const names = inOrder.map((one) => one.id);
  assert.deepEqual(
    orderQueue([...inOrder].reverse(), closesAt).map((one) => one.id),
    names,
  );
  const shuffled = [...inOrder].sort((a, b) => a.id.length * 7 - b.id.length * 7 || b.id.localeCompare(a.id));
  assert.deepEqual(
    orderQueue(shuffled, closesAt).map((one) => one.id),
    names,
  );
});

test("a bundle stands together where its most pressing member stands", () => {
  const rows = [
    row("green-alone", { decideBy: at("24T11:00") }),
    row("bundle-green", { bundleId: "b", decideBy: at("25T16:00") }),
    row("amber-alone", { rating: "A", decideBy: at("24T12:00") }),
    row("bundle-red", { bundleId: "b", rating: "R" }),
    row("unrated", { rating: null }),
    row("bundle-unrated", { bundleId: "b", rating: null, rateBy: at("24T12:00") }),
  ];
  assert.deepEqual(
    orderQueue(rows, closesAt).map((one) => one.id),
    ["bundle-red", "bundle-unrated", "bundle-green", "unrated", "green-alone", "amber-alone"],
  );
});

test("keys order totally: the same on both sides, never equal for two rows, transitive when sorted", () => {
  let seed = 41;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const rows = Array.from({ length: 200 }, (_, i) =>
    row(String(i).padStart(3, "0"), {
      rating: ([null, ...ratingCodes] as const)[random(5)] ?? null,
      danger: (["yes", "no", "no", "not_sure"] as const)[random(4)] ?? "no",
      nextEventAt: random(3) === 0 ? new Date(now.getTime() + (random(40) - 8) * 3_600_000) : null,
      decideBy: new Date(now.getTime() + random(4) * 3_600_000),
    }),
  );
  const keys = orderQueue(rows, closesAt).map((one) => queueOrderKey(one, closesAt));
  for (let i = 0; i < keys.length; i++) {
    for (let j = i + 1; j < keys.length; j++) {
      const [a, b] = [keys[i], keys[j]];
      assert.ok(a && b && compareKeys(a, b) < 0 && compareKeys(b, a) > 0);
    }
  }
  assert.equal(new Set(keys.map((key) => key[0])).size, steps.length, "every step was met");
});

describe("each position explains itself", () => {
  const say = (change: Partial<QueueRow>) => explainPosition(row("a", change), now, calendar);
  const table: [Partial<QueueRow>, string][] = [
    [
      { rating: null, danger: "not_sure", rateBy: at("24T11:10") },
      "Not rated, and first because the sender was not sure whether a child is in danger now. Rate by 11:10am.",
    ],
    [
      { rating: null, senderUnder18: true, nextEventAt: at("24T15:15"), rateBy: at("24T11:10") },
      "Not rated, and first because it comes from somebody under 18 and something happens today 3:15pm. Rate by 11:10am.",
    ],
    [
      { rating: null, rateBy: at("24T11:10"), receivedAt: at("23T18:00") },
      "Not rated. It came in yesterday 6pm. Rate by today 11:10am.",
    ],
    [{ rating: "R", decideBy: at("24T12:50") }, "Red comes before every other rating. 2h 10m left."],
    [
      { rating: "R", nextEventAt: at("24T10:00"), decideBy: at("24T10:00") },
      "Red, and something was to happen today 10am. Late by 40m.",
    ],
    [
      { rating: "G", nextEventAt: at("24T15:15"), decideBy: at("24T16:40") },
      "Green, ahead of the rest because something happens today 3:15pm. 6h left.",
    ],
    [{ rating: "A", decideBy: at("24T12:50") }, "Amber, in order of time left: 2h 10m left."],
    [{ rating: "A", decideBy: at("24T10:00") }, "Amber, in order of time left: late by 40m."],
  ];
  for (const [change, words] of table) test(words, () => assert.equal(say(change), words));
});

test("the rule is printed with this authority's own number", () => {
  const says = (familyKeptMinutes: number) => ruleInWords({ ratingMinutes: 45, familyKeptMinutes }).join(" ");
  assert.match(says(15), /within 45 minutes/);
  assert.match(says(15), /a colleague holds is theirs first for 15 minutes/);
  assert.match(says(1), /theirs first for 1 minute:/);
  assert.doesNotMatch(says(0), /colleague/);
});

test("a contact of 2:50pm whose child goes home at 3:15pm stands above every older amber, and says why", () => {
  const then = at("24T14:50");
  const close = nextClosing(then, calendar);
  const older = Array.from({ length: 40 }, (_, i) =>
    row(`amber-${i}`, { rating: "A", receivedAt: at("23T15:00"), decideBy: at("24T15:00") }),
  );
  for (const [rating, why] of [
    [null, /^Not rated, and first because something happens today 3:15pm\. Rate by/],
    ["A", /^Amber, ahead of the rest because something happens today 3:15pm\./],
    ["G", /^Green, ahead of the rest because something happens today 3:15pm\./],
  ] as const) {
    const pickup = row("pickup", {
      ...{ rating, receivedAt: then, nextEventAt: at("24T15:15") },
      ...{ rateBy: at("24T15:50"), decideBy: at("25T14:50") },
    });
    assert.equal(orderQueue([...older, pickup], close)[0]?.id, "pickup", String(rating));
    assert.match(explainPosition(pickup, then, calendar), why);
  }
});
