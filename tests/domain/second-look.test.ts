import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn } from "#domain/second-look";

const ids = (count: number) => {
  let seed = 7;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647).toString(16).padStart(12, "0");
  return Array.from({ length: count }, () => `01936c1e-0000-7000-8000-${random()}`);
};

test("about one police notice in ten and one other decision in so many is drawn, by nothing but its id", () => {
  const notices = ids(5000).filter((id) => drawn(id, { notice: true, oneIn: 1000 }) === "notice").length;
  assert.ok(notices > 400 && notices < 600, String(notices));
  const others = ids(5000).filter((id) => drawn(id, { notice: false, oneIn: 20 }) === "sample").length;
  assert.ok(others > 180 && others < 320, String(others));
  assert.ok(ids(50).every((id) => drawn(id, { notice: false, oneIn: 1 }) === "sample"));
});
