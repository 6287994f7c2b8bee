import assert from "node:assert/strict";
import { test } from "node:test";
import { kindOf } from "#app/http/kind-of-error";

test("an error is told by its name and where it was thrown, whatever its message says", () => {
  const typed = "He was hit\n    at home by Quillfeather:1:2\nand    at school";
  const { error, where } = kindOf(new RangeError(typed));
  assert.equal(error, "RangeError");
  assert.ok(where.length > 0 && where.length <= 8);
  assert.match(where[0] ?? "", /kind-of-error\.test\.ts/);
  assert.ok(!/home|school|Quillfeather|hit/.test(where.join("\n")), where.join("\n"));
  assert.deepEqual(kindOf("Quillfeather"), { error: "string", where: [] });
});
