import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { callSchema, callSubmission, childrenIn } from "#domain/phone-call";

const today = "2026-11-23";
const least = { danger: "no", account: "Shouting at night", caller: "public", where: "Blue door, Mill Road" };

describe("what a call must have", () => {
  const cases: [string, Record<string, unknown>, string][] = [
    ["danger", { danger: undefined }, "danger"],
    ["what they said", { account: "" }, "account"],
    ["who is calling", { caller: "" }, "caller"],
    ["a clue to the child", { where: undefined }, "child1"],
  ];
  for (const [what, without, field] of cases)
    test(what, () => {
      const read = callSchema.safeParse({ ...least, ...without });
      assert.deepEqual(
        read.error?.issues.map(({ path }) => path[0]),
        [field],
      );
    });
  test("and nothing else", () => assert.ok(callSchema.safeParse(least).success));
});

describe("the children of a call", () => {
  // prettier-ignore
  const births: [string, unknown][] = [
    ["4 March 2018", { kind: "born", date: "2018-03-04" }],
    ["4/3/18", { kind: "born", date: "2018-03-04" }],
    ["about 7", { kind: "about", years: 7, words: "about 7" }],
    ["18 months", { kind: "about", years: 1, words: "18 months" }],
    ["a baby", { kind: "about", years: null, words: "a baby" }],
    ["1/1/2030", { kind: "about", years: 1, words: "1/1/2030" }],
  ];
  for (const [typed, birth] of births)
    test(typed, () => assert.deepEqual(childrenIn({ age1: typed }, today)[0]?.birth, birth));
  test("are as many as were typed, a name in two parts", () => {
    const names = childrenIn({ child1: "Milo van der Berg", child3: "Ada" }, today);
    assert.deepEqual(
      names.map(({ firstName, lastName }) => [firstName, lastName]),
      [
        ["Milo", "van der Berg"],
        ["Ada", null],
      ],
    );
  });
});

test("a call without a named child is about one child who is not known, and keeps what was asked as it was asked", () => {
  const submission = callSubmission(callSchema.parse({ ...least, others: "A dog", secret: "yes" }), today);
  assert.equal(submission.children[0]?.description, "Not named by the caller");
  assert.match(submission.whatHappened, /Shouting at night\n\nWho else is there: A dog/);
  assert.equal(submission.keepSenderSecret, true);
  assert.deepEqual(
    submission.snapshot.contact.map(({ questionId }) => questionId),
    ["danger", "what-happened", "where"],
  );
  assert.deepEqual(
    submission.snapshot.referrer[0]?.entries.map(({ value }) => value),
    ["A neighbour or somebody else"],
  );
});
