import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ratingCodes } from "#domain/rating";
import { holdState, jumpsTheQueue, takeNext, type HeldRow, type Hold } from "#domain/take-next";

const now = new Date("2026-11-24T10:40Z");
const closesAt = new Date("2026-11-24T17:00Z");
const hold = (change: Partial<Hold> = {}): Hold => ({
  holderId: "sam",
  holderName: "Sam K",
  leaseUntil: new Date("2026-11-24T11:00Z"),
  hasNotes: false,
  ...change,
});
const lapsed = new Date("2026-11-24T10:40Z");
const row = (id: string, change: Partial<HeldRow> = {}): HeldRow => ({
  id,
  bundleId: null,
  rating: "G",
  danger: "no",
  senderUnder18: false,
  nextEventAt: null,
  receivedAt: new Date("2026-11-24T09:00Z"),
  rateBy: new Date("2026-11-24T10:00Z"),
  decideBy: new Date("2026-11-25T09:00Z"),
  hold: null,
  family: null,
  ...change,
});

const asking = { now, closesAt, familyKeptMinutes: 15 };

function served(rows: HeldRow[], taker = "ada", familyKeptMinutes = 15): string {
  const taken = takeNext(rows, taker, { ...asking, familyKeptMinutes });
  if (taken.kind === "take") return taken.rows.map((one) => one.id).join(" ");
  return taken.kind === "look" ? `look at ${taken.row.id}` : "nothing";
}

test("a lease lives to its last instant", () => {
  assert.equal(holdState(null, now), "free");
  assert.equal(holdState(hold({ leaseUntil: new Date(now.getTime() + 1) }), now), "held");
  assert.equal(holdState(hold({ leaseUntil: now }), now), "lapsed");
  assert.equal(holdState(hold({ leaseUntil: now, hasNotes: true }), now), "lapsed_with_notes");
});

describe("take the next", () => {
  const table: [what: string, rows: HeldRow[], serves: string][] = [
    ["an empty queue", [], "nothing"],
    [
      "danger to rate before Red",
      [row("red", { rating: "R" }), row("new", { rating: null, danger: "yes" })],
      "new",
    ],
    ["Red before an ordinary notice", [row("new", { rating: null }), row("red", { rating: "R" })], "red"],
    [
      "an ordinary notice once the Red is held",
      [row("new", { rating: null }), row("red", { rating: "R", hold: hold() })],
      "new",
    ],
    ["an ordinary notice before Amber", [row("amber", { rating: "A" }), row("new", { rating: null })], "new"],
    ["everything held", [row("red", { rating: "R", hold: hold() }), row("g", { hold: hold() })], "nothing"],
    ["what I hold myself is not my next", [row("mine", { hold: hold({ holderId: "ada" }) }), row("g")], "g"],
    ["a lapsed hold without notes is free", [row("g", { hold: hold({ leaseUntil: lapsed }) })], "g"],
    [
      "another's notes are passed over",
      [row("g", { hold: hold({ leaseUntil: lapsed, hasNotes: true }) })],
      "nothing",
    ],
    [
      "my own notes come back to me",
      [row("g", { hold: hold({ holderId: "ada", leaseUntil: lapsed, hasNotes: true }) })],
      "g",
    ],
    [
      "a Red with another's notes stops ordinary notices and lower work",
      [
        row("red", { rating: "R", hold: hold({ leaseUntil: lapsed, hasNotes: true }) }),
        row("new", { rating: null }),
        row("g"),
      ],
      "look at red",
    ],
    [
      "but another Red still goes out",
      [
        row("red-1", { rating: "R", hold: hold({ leaseUntil: lapsed, hasNotes: true }) }),
        row("red-2", { rating: "R" }),
      ],
      "red-2",
    ],
    [
      "danger to rate with another's notes stops them too",
      [
        row("new", { rating: null, danger: "yes", hold: hold({ leaseUntil: lapsed, hasNotes: true }) }),
        row("g"),
      ],
      "look at new",
    ],
    [
      "a bundle is served whole",
      [row("b2", { bundleId: "b" }), row("b1", { bundleId: "b", rating: "R" }), row("g")],
      "b1 b2",
    ],
    [
      "a bundle with one held member is not served",
      [row("b1", { bundleId: "b", rating: "R" }), row("b2", { bundleId: "b", hold: hold() }), row("g")],
      "g",
    ],
    [
      "a bundle with another's notes on one member is not served",
      [
        row("b1", { bundleId: "b", rating: "R" }),
        row("b2", { bundleId: "b", hold: hold({ leaseUntil: lapsed, hasNotes: true }) }),
        row("g"),
      ],
      "look at b1",
    ],
  ];
  for (const [what, rows, serves] of table) {
    test(what, () => {
      assert.equal(served(rows), serves);
      assert.equal(served([...rows].reverse()), serves);
    });
  }
  test("the page is told who left the notes", () => {
    const rows = [row("red", { rating: "R", hold: hold({ leaseUntil: lapsed, hasNotes: true }) })];
    const taken = takeNext(rows, "ada", asking);
    assert.equal(
      taken.kind === "look" && taken.because,
      "A Red contact is waiting. Sam K left it with notes. Open it to take it on, or ask a manager.",
    );
  });
});

test("over 3,000 random queues: no ordinary notice past an unheld Red, nothing held or left by another, whole bundles", () => {
  let seed = 20_270;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const seen = { take: 0, look: 0, nothing: 0 };
  for (let round = 0; round < 3000; round++) {
    const bundles = Array.from({ length: 3 }, () => ({ free: random(2) === 0 }));
    const rows = Array.from({ length: 1 + random(8) }, (_, i) => {
      const bundle = random(4);
      const someHold = hold({
        holderId: random(3) === 0 ? "ada" : "sam",
        leaseUntil: new Date(now.getTime() + (random(3) - 1) * 600_000),
        hasNotes: random(2) === 0,
      });
      return row(`${i}`, {
        bundleId: bundle < 3 ? `b${bundle}` : null,
        rating: ([null, null, ...ratingCodes] as const)[random(6)] ?? null,
        danger: random(4) === 0 ? "yes" : "no",
        hold: bundles[bundle]?.free || random(2) === 0 ? null : someHold,
      });
    });
    const taken = takeNext(rows, "ada", asking);
    seen[taken.kind]++;
    if (taken.kind !== "take") continue;
    const groupOf = (one: HeldRow) => one.bundleId ?? one.id;
    const [first] = taken.rows;
    assert.ok(first);
    assert.deepEqual(
      new Set(taken.rows.map((one) => one.id)),
      new Set(rows.filter((one) => groupOf(one) === groupOf(first)).map((one) => one.id)),
    );
    for (const one of taken.rows) {
      const state = holdState(one.hold, now);
      assert.ok(state !== "held" && (state !== "lapsed_with_notes" || one.hold?.holderId === "ada"));
    }
    const ordinary = taken.rows.every((one) => one.rating === null && one.danger === "no");
    const heldGroups = new Set(rows.filter((one) => holdState(one.hold, now) === "held").map(groupOf));
    const unheldRed = rows.some((one) => one.rating === "R" && !heldGroups.has(groupOf(one)));
    assert.ok(!(ordinary && unheldRed), `round ${round}`);
  }
  assert.ok(seen.take > 500 && seen.look > 50 && seen.nothing > 50, JSON.stringify(seen));
});

describe("taking one by hand asks why when it jumps", () => {
  const red = row("red", { rating: "R" });
  const danger = row("new", { rating: null, danger: "yes" });
  const table: [what: string, own: HeldRow, others: HeldRow[], jumps: boolean][] = [
    ["Green past a free Red", row("g"), [red], true],
    ["Green past a held Red", row("g"), [{ ...red, hold: hold() }], false],
    ["Red past danger to rate", red, [danger], true],
    ["danger to rate past Red", danger, [red], false],
    ["Red past Red", row("red-2", { rating: "R" }), [red], false],
    ["Green past Amber", row("g"), [row("a", { rating: "A" })], false],
    ["one of the same bundle", row("g", { bundleId: "b" }), [{ ...red, bundleId: "b" }], false],
  ];
  for (const [what, own, others, jumps] of table) {
    test(`${what}: ${jumps ? "yes" : "no"}`, () => {
      assert.equal(jumpsTheQueue(own, [own, ...others], now, closesAt), jumps);
    });
  }
});

describe("a new contact about a family that a colleague holds", () => {
  const sam = { holderId: "sam", holderName: "Sam K" };
  const came = (minutesAgo: number) => new Date(now.getTime() - minutesAgo * 60_000);
  const kept = (change: Partial<HeldRow> = {}) =>
    row("new", { rating: null, receivedAt: came(1), family: sam, ...change });
  const first = row("old", { rating: null });
  const table: [what: string, rows: HeldRow[], toSam: string, toAda: string][] = [
    ["goes to them before what is older, and to nobody else", [first, kept()], "new", "old"],
    ["is passed over when nothing else is there", [kept()], "new", "nothing"],
    ["so is one that is rated", [row("g"), kept({ rating: "A", decideBy: closesAt })], "new", "g"],
    ["for so many minutes to the last one", [first, kept({ receivedAt: came(15) })], "old", "old"],
    ["and not from before it came", [first, kept({ receivedAt: came(-1) })], "old", "old"],
    ["a Red waits for nobody", [first, kept({ rating: "R" })], "new", "new"],
    ["danger waits for nobody", [first, kept({ danger: "yes" })], "new", "new"],
    ["nor does danger that was rated Amber", [kept({ rating: "A", danger: "not_sure" })], "new", "new"],
    ["nor a young person who wrote", [kept({ rating: "G", senderUnder18: true })], "new", "new"],
    ["nor what happens before we close", [kept({ rating: "G", nextEventAt: closesAt })], "new", "new"],
    ["a Red of another family still comes first", [row("red", { rating: "R" }), kept()], "red", "red"],
    [
      "a Red with another's notes stops it too",
      [
        row("red", { rating: "R", hold: hold({ holderId: "lee", leaseUntil: lapsed, hasNotes: true }) }),
        kept(),
      ],
      "look at red",
      "look at red",
    ],
    [
      "its household is kept with it",
      [first, kept({ bundleId: "b" }), row("g", { bundleId: "b", rating: "G" })],
      "new g",
      "old",
    ],
    [
      "and waits for nobody with it",
      [kept({ bundleId: "b" }), row("red", { bundleId: "b", rating: "R" })],
      "red new",
      "red new",
    ],
    [
      "two colleagues of one household may both",
      [
        first,
        kept({ bundleId: "b" }),
        { ...kept({ bundleId: "b", family: { holderId: "ada", holderName: "Ada" } }), id: "other" },
      ],
      "new other",
      "new other",
    ],
  ];
  for (const [what, rows, toSam, toAda] of table) {
    test(what, () => {
      assert.equal(served(rows, "sam"), toSam);
      assert.equal(served([...rows].reverse(), "ada"), toAda);
    });
  }
  test("is kept for nobody where the setting is 0", () => {
    assert.equal(served([first, kept()], "sam", 0), "old");
    assert.equal(served([kept()], "ada", 0), "new");
  });
});

test("seventy unrated police notices never stand in front of one Red that nobody holds", () => {
  const notices = Array.from({ length: 70 }, (_, i) =>
    row(`notice-${String(i).padStart(2, "0")}`, {
      ...{ rating: null, receivedAt: new Date("2026-11-24T06:00Z") },
      // Long past their hour, and due hours before the Red: neither puts them in front of it.
      ...{ rateBy: new Date("2026-11-24T07:00Z"), decideBy: new Date("2026-11-24T10:30Z") },
    }),
  );
  const red = row("red", { rating: "R", receivedAt: now, decideBy: new Date("2026-11-25T10:40Z") });
  assert.equal(served([...notices, red]), "red");
  assert.equal(served([...notices, { ...red, hold: hold() }]), "notice-00");
  // Its holder's time ran out and they left notes: somebody has to look, and still no notice goes out.
  const left = { ...red, hold: hold({ leaseUntil: lapsed, hasNotes: true }) };
  assert.equal(served([...notices, left]), "look at red");
  for (const notice of notices)
    assert.ok(jumpsTheQueue(notice, [...notices, red], now, closesAt), "taking one by hand asks why");
});
