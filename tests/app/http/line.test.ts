import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { linesOf } from "#app/http/line";

const staying = new AbortController().signal;

/** Work that ends when it is told to, and what has begun in which order. */
function workOf() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    named: (name: string) => () =>
      new Promise<string>((resolve) => {
        begun.push(name);
        ends.set(name, () => resolve(name));
      }),
    end: (name: string) => ends.get(name)?.(),
  };
}

describe("a line", () => {
  test("serves so many at once, the others in their order, and does nothing for those who have left", async () => {
    const line = linesOf(2);
    const { begun, named, end } = workOf();
    const leaving = new AbortController();
    const a = line.take(named("a"), "n", staying);
    const b = line.take(named("b"), "n", staying);
    const c = line.take(named("c"), "n", leaving.signal);
    const d = line.take(named("d"), "n", staying);
    const e = line.take(named("e"), "n", staying);
    assert.equal(line.waiting(), 3);
    leaving.abort();
    assert.equal(line.waiting("n"), 2);
    assert.equal(await c, null);
    assert.equal(await line.take(named("f"), "n", AbortSignal.abort()), null);
    assert.deepEqual(begun, ["a", "b"]);

    end("b");
    assert.equal(await b, "b");
    end("a");
    assert.equal(await a, "a");
    assert.deepEqual(begun, ["a", "b", "d", "e"]);
    end("d");
    end("e");
    assert.deepEqual(await Promise.all([d, e]), ["d", "e"]);
    assert.equal(line.waiting(), 0);
    assert.equal(await line.take(async () => "g", "n", staying), "g");
  });

  test("serves networks in turns, so that a flood from one is one turn for another", async () => {
    const line = linesOf(1);
    const begun: string[] = [];
    const work = (name: string) => async () => void begun.push(name);
    const flood = [1, 2, 3, 4].map((n) => line.take(work(`flood ${n}`), "flood", staying));
    const school = [1, 2].map((n) => line.take(work(`school ${n}`), "school", staying));
    const surgery = line.take(work("surgery"), "surgery", staying);
    assert.equal(line.waiting("flood"), 3);
    assert.equal(line.waiting("elsewhere"), 0);
    await Promise.all([...flood, ...school, surgery]);
    assert.deepEqual(begun, [
      ...["flood 1", "flood 2", "school 1", "surgery"],
      ...["flood 3", "school 2", "flood 4"],
    ]);
    assert.equal(line.waiting(), 0);
  });

  test("gives the place of work that fails to the next", async () => {
    const line = linesOf(1);
    const failing = line.take(() => Promise.reject(new Error("broken")), "n", staying);
    const next = line.take(async () => "served", "n", staying);
    await assert.rejects(failing, /broken/);
    assert.equal(await next, "served");
  });
});
