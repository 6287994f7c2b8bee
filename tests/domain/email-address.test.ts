import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { oneAddress } from "#domain/email-address";

describe("addresses that may be written to", () => {
  for (const address of [
    "duty@anytown.gov.uk",
    "mary.o'brien@health.example",
    "front-door+mail@mash.example.gov.uk",
    "a@b-c.example",
    "A.B_C@EXAMPLE.ORG",
  ])
    test(address, () => assert.equal(oneAddress(address), address));
});

describe("everything else is refused, never repaired", () => {
  const refused = [
    "",
    "duty",
    "duty@",
    "@anytown.gov.uk",
    "duty@localhost",
    " duty@anytown.gov.uk",
    "duty@anytown.gov.uk ",
    "duty@anytown.gov.uk,evil@evil.test",
    "duty@anytown.gov.uk;evil@evil.test",
    "duty@anytown.gov.uk evil@evil.test",
    "duty@anytown.gov.uk\r\nBcc: evil@evil.test",
    "duty@anytown.gov.uk\n.evil.test",
    "duty@anytown.gov.uk\u0000",
    "duty@anytown.gov.uk\u2028",
    '"evil@evil.test"@anytown.gov.uk',
    '"a b"@anytown.gov.uk',
    "Duty <duty@anytown.gov.uk>",
    "<duty@anytown.gov.uk>",
    "duty(comment)@anytown.gov.uk",
    "duty@anytown.gov.uk(comment)",
    "duty@[127.0.0.1]",
    "duty@127.0.0.1",
    "du..ty@anytown.gov.uk",
    ".duty@anytown.gov.uk",
    "duty.@anytown.gov.uk",
    "duty@any..town.gov.uk",
    "duty@-anytown.gov.uk",
    "duty@anytown-.gov.uk",
    "duty@anytown.gov.uk.",
    "duty@evil@anytown.gov.uk",
    "duty%evil.test@anytown.gov.uk",
    "duty!evil@anytown.gov.uk",
    "group: a@b.example;",
    "dúty@anytown.gov.uk",
    "duty@anytówn.gov.uk",
    "duty@аnytown.gov.uk",
    `${"x".repeat(65)}@anytown.gov.uk`,
    `duty@${"x".repeat(64)}.uk`,
    `duty@${"abcdefgh.".repeat(30)}uk`,
  ];
  for (const address of refused)
    test(JSON.stringify(address).slice(0, 60), () => assert.equal(oneAddress(address), null));

  test("a long hostile string is refused quickly", () => {
    const started = performance.now();
    oneAddress(`${"a.".repeat(200_000)}@${"b-".repeat(200_000)}`);
    assert.ok(performance.now() - started < 100);
  });
});
