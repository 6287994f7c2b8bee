import assert from "node:assert/strict";
import { test } from "node:test";
import { lineOf } from "#app/http/line";

const staying = new AbortController().signal;

test("a line serves so many at once, the others in their order, and does nothing for those who have left", async () => {
  const line = lineOf(2);
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      log.push(name);
      ends.set(name, () => resolve(name));
    });
  const leaving = new AbortController();
  const a = line.take(work("a"), staying);
  const b = line.take(work("b"), staying);
  const c = line.take(work("c"), leaving.signal);
  const d = line.take(work("d"), staying);
  const e = line.take(work("e"), staying);
  assert.equal(line.waiting, 3);
  leaving.abort();
  assert.equal(line.waiting, 2);
  assert.equal(await c, null);
  assert.equal(await line.take(work("f"), AbortSignal.abort()), null);
  assert.deepEqual(log, ["a", "b"]);

  ends.get("b")?.();
  assert.equal(await b, "b");
  ends.get("a")?.();
  assert.equal(await a, "a");
  assert.deepEqual(log, ["a", "b", "d", "e"]);
  ends.get("d")?.();
  ends.get("e")?.();
  assert.deepEqual(await Promise.all([d, e]), ["d", "e"]);
  assert.equal(await line.take(async () => "g", staying), "g");
});

test("work that fails gives its place to the next", async () => {
  const line = lineOf(1);
  const failing = line.take(() => Promise.reject(new Error("broken")), staying);
  const next = line.take(async () => "served", staying);
  await assert.rejects(failing, /broken/);
  assert.equal(await next, "served");
});
