import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import { ConfigError, readVerifyConfig } from "#config";
import { plainConnections } from "../../config/plain-connections.ts";

const at = (host: string, parameters = "") => `postgres://app:secret@${host}/front_door${parameters}`;

describe("an address that names and logins would travel to in the open", () => {
  const refused: [string, string, string][] = [
    ["DATABASE_URL", at("db.internal:5432"), "add ?sslmode=verify-full"],
    ["DATABASE_URL", at("10.0.0.5"), "add ?sslmode=verify-full"],
    ["DATABASE_URL", at("db.internal", "?sslmode=require"), "add ?sslmode=verify-full"],
    ["DATABASE_URL", at("db.internal", "?sslmode=disable&ssl=verify-full"), "add ?sslmode=verify-full"],
    ["DATABASE_URL", at("db.internal", "?sslmode=verify-full&sslmode=disable"), "add ?sslmode=verify-full"],
    ["DATABASE_URL", at("localhost", "?host=db.internal"), "add ?sslmode=verify-full"],
    ["DATABASE_URL", at("localhost.internal"), "add ?sslmode=verify-full"],
    ["DATABASE_URL", at("db.private"), "add ?sslmode=verify-full"],
    ["REDIS_URL", "redis://:secret@cache.internal:6379", "write rediss://"],
  ];
  for (const [name, value, mend] of refused)
    test(`${value} is refused, with what to write and no secret`, () => {
      const [problem = "", ...more] = plainConnections([[name, value]], ["private", "db.private.example"]);
      assert.deepEqual(more, []);
      assert.ok(problem.startsWith(`${name} goes to `) && problem.includes(mend), problem);
      assert.doesNotMatch(problem, /secret/);
    });

  const taken = [
    ...[at("127.0.0.1"), at("localhost:5432"), at("[::1]:5433"), at("%2Fvar%2Frun%2Fpostgresql")],
    ...[at("localhost", "?host=/var/run/postgresql"), at("db.internal", "?sslmode=verify-full")],
    ...[at("db:5432"), "redis://127.0.0.1:6379", "rediss://cache.internal:6379", "redis://db:6379"],
  ];
  test("is not one of this machine, one with TLS that is verified, or one that is named as private", () => {
    for (const value of taken) assert.deepEqual(plainConnections([["ANY_URL", value]], ["db"]), [], value);
  });

  test("is none of the verifier's either", () => {
    const env = {
      DATABASE_VERIFY_URL: at("db.internal"),
      AUDIT_KEY: randomBytes(32).toString("base64"),
    };
    assert.throws(
      () => readVerifyConfig(env),
      (error) => error instanceof ConfigError && /^DATABASE_VERIFY_URL goes to/.test(error.problems[0] ?? ""),
    );
  });
});
