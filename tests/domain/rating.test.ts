import assert from "node:assert/strict";
import { test } from "node:test";
import { isRating, notRated, ratingCodes, ratingFace, ratingFaces } from "#domain/rating";

test("every rating differs from every other in letter, word, shape, order and class", () => {
  const faces = [...ratingCodes.map((code) => ratingFaces[code]), notRated];
  for (const key of ["letter", "word", "shape", "order", "tagClass", "meaning"] as const) {
    assert.equal(new Set(faces.map((face) => face[key])).size, faces.length, key);
  }
});

test("the order of urgency is Red, Amber, Green, Blue", () => {
  const words = [...ratingCodes].sort((a, b) => ratingFaces[a].order - ratingFaces[b].order);
  assert.deepEqual(
    words.map((code) => ratingFaces[code].word),
    ["Red", "Amber", "Green", "Blue"],
  );
});

test("no rating is a face of its own and never a guessed colour", () => {
  assert.equal(ratingFace(null), notRated);
  assert.equal(ratingFace("A").word, "Amber");
});

test("only the four codes are ratings", () => {
  assert.ok(ratingCodes.every(isRating));
  for (const other of ["", "r", "Red", "X", null, undefined, 0]) assert.equal(isRating(other), false);
});
