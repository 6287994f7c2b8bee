import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { labelled, measure, readLinkage } from "./linkage-data.ts";

/**
 * Floors, not aims: records of two files that nobody here wrote, with names and dates but hardly an address and no
 * identifier at all. A change that loses truth or invents it falls through.
 */
const floors = [
  { file: "fake_1000.csv", precision: 0.99, recall: 0.3, withPossible: 0.31 },
  { file: "historical_uk_dev.csv", precision: 0.995, recall: 0.47, withPossible: 0.61 },
];

describe("linkage data with known truth", () => {
  for (const { file, precision, recall, withPossible } of floors) {
    test(file, (t) => {
      const rows = readLinkage(file);
      if (rows === null) {
        t.diagnostic(`${file} is not here: nothing was measured`);
        return;
      }
      const measured = measure(rows.map(labelled));
      const { sure, likely, possible } = measured.bands;
      const [said, right] = [sure.said + likely.said, sure.right + likely.right];
      const found = {
        precision: right / said,
        recall: right / measured.truePairs,
        withPossible: (right + possible.right) / measured.truePairs,
        broughtTogether: measured.blocked / measured.truePairs,
      };
      const words = Object.entries(found).map(([what, share]) => `${what} ${(share * 100).toFixed(1)} %`);
      t.diagnostic(
        `${file}: ${rows.length} records, ${measured.compared} pairs compared, ${words.join(", ")}`,
      );
      assert.ok(found.precision >= precision, `precision ${found.precision}`);
      assert.ok(found.recall >= recall, `recall ${found.recall}`);
      assert.ok(found.withPossible >= withPossible, `recall with possible ${found.withPossible}`);
      // Without an identifier or an address nothing is sure.
      assert.equal(sure.said, 0);
    });
  }
});
