import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Unavailable } from "#services/errors";
import { hashPassword, isPassword } from "#services/accounts/password-hash";

describe("a password", () => {
  test("is argon2id at OWASP's first choice of costs, another one each time", async () => {
    const [one, two] = await Promise.all([
      hashPassword("tumble-orchard-47"),
      hashPassword("tumble-orchard-47"),
    ]);
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.notEqual(one, two);
    for (const hash of [one, two]) assert.equal(await isPassword(hash, "tumble-orchard-47"), true);
  });

  test("is compared whole, in its own case, however its letters were typed", async () => {
    const long = `${"é".repeat(150)}end`;
    const hash = await hashPassword(long);
    assert.equal(await isPassword(hash, long.normalize("NFD")), true);
    for (const other of [long.slice(0, -1), long.toUpperCase(), ` ${long}`, ""])
      assert.equal(await isPassword(hash, other), false, other.slice(-5));
    assert.equal(await isPassword(null, "the password of nobody"), false, "where there is none");
  });

  test("is checked two at a time, and whoever comes when a hundred wait is told so at once", async () => {
    const hash = await hashPassword("tumble-orchard-47");
    const order: number[] = [];
    const checks = Array.from({ length: 105 }, (_, at) =>
      isPassword(hash, "wrong").then(
        () => void order.push(at),
        (error: unknown) => {
          assert.ok(error instanceof Unavailable, String(error));
          order.push(-1);
        },
      ),
    );
    await Promise.all(checks);
    assert.deepEqual(order.slice(0, 3), [-1, -1, -1], "before the first of the others is done");
    assert.equal(order.filter((at) => at === -1).length, 3);
    assert.equal(await isPassword(hash, "tumble-orchard-47"), true, "and then there is room again");
  });
});
