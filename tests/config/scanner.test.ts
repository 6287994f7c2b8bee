import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scanner } from "../../config/grammars.ts";
import { plainConnections } from "../../config/plain-connections.ts";

describe("SCANNER_URL", () => {
  for (const address of [
    ...["clamav://127.0.0.1:3310", "clamav://scan.internal", "clamav:///run/clamav/clamd.ctl"],
    "clamscan:///var/lib/clamav",
  ])
    test(`${address} is ClamAV`, () => {
      assert.equal(scanner.safeParse(address).success, true);
    });

  for (const address of [
    ...[
      "http://127.0.0.1",
      "clamav://",
      "clamav://host/path",
      "clamav://name:word@host",
      "clamav://host?a=b",
    ],
    ...["clamscan://", "clamscan://host/folder", "127.0.0.1:3310", "clamav"],
  ])
    test(`${address} is refused, with what to write`, () => {
      const [issue] = scanner.safeParse(address).error?.issues ?? [];
      assert.match(issue?.message ?? "", /^must be ClamAV, as in clamav:\/\/127\.0\.0\.1:3310/);
    });

  test("files travel to no other machine in the open, unless it is named as private", () => {
    const to = (address: string) => plainConnections([["SCANNER_URL", address]], ["clamav"]);
    const [problem = ""] = to("clamav://scan.internal:3310");
    assert.match(
      problem,
      /^SCANNER_URL goes to scan\.internal without TLS .*: run ClamAV on this machine, or name/,
    );
    for (const address of [
      "clamav://localhost:3310",
      "clamav://clamav:3310",
      "clamav:///run/c.ctl",
      "clamscan:///db",
    ])
      assert.deepEqual(to(address), [], address);
  });
});
