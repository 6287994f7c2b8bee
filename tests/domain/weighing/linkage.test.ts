import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { linkageFigures } from "../../support/linkage-figures.ts";
import { readLinkageList } from "../../support/linkage-lists.ts";

/** The two short lists that nobody here wrote, in a second; `npm run bench -- match` has them all. */
describe("lists with known truth", () => {
  for (const [file, f1, sure] of [
    ["fake_1000.csv", 0.9, 1],
    ["febrl1.csv", 0.985, 1],
  ] as const)
    test(file, (t) => {
      const list = readLinkageList(file);
      if (list === null) {
        t.diagnostic(`${file} is not here: nothing was measured`);
        return;
      }
      const figures = linkageFigures(list);
      t.diagnostic(`${file}: ${JSON.stringify(figures)}`);
      assert.ok(figures.bestF1 >= f1, `F1 ${figures.bestF1}`);
      assert.ok(figures.likelyF1 >= f1, `F1 of what is called likely ${figures.likelyF1}`);
      assert.equal(figures.surePrecision, sure);
    });
});
