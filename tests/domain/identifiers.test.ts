import assert from "node:assert/strict";
import { test } from "node:test";
import { formatNhsNumber, normalisePhone, parseNhsNumber, parseUpn } from "#domain/identifiers";

test("NHS numbers", () => {
  const table: [string, string | null][] = [
    ["943 476 5919", "9434765919"],
    ["943-476-5919", "9434765919"],
    ["9434765919", "9434765919"],
    ["401 023 2137", "4010232137"],
    ["９４３４７６５９１９", "9434765919"],
    ["943 476 5918", null],
    ["943 476 591", null],
    ["943 476 59199", null],
    ["0000000000", null],
    ["9999999999", null],
    ["abcdefghij", null],
    ["", null],
  ];
  for (const [typed, number] of table) assert.equal(parseNhsNumber(typed), number, typed);
  assert.equal(formatNhsNumber("9434765919"), "943 476 5919");
});

test("every single wrong digit of an NHS number is noticed, and every swap of two neighbours that differ", () => {
  const good = "9434765919";
  for (let i = 0; i < 10; i++) {
    for (let digit = 0; digit < 10; digit++) {
      if (String(digit) === good[i]) continue;
      assert.equal(parseNhsNumber(good.slice(0, i) + String(digit) + good.slice(i + 1)), null);
    }
    const swapped = good.slice(0, i) + (good[i + 1] ?? "") + (good[i] ?? "") + good.slice(i + 2);
    if (i < 9 && swapped !== good) assert.equal(parseNhsNumber(swapped), null, swapped);
  }
});

test("an NHS number whose check would be ten is never given out", () => {
  // 6 × 2 = 12, the remainder by 11 is 1 and 11 - 1 is 10: no last digit will do.
  for (let last = 0; last < 10; last++) assert.equal(parseNhsNumber(`000000006${last}`), null);
});

test("pupil numbers", () => {
  // 8, 0, 1, 2 … weighted 2 to 13 make 53; 53 by 23 leaves 7, and the letter after seven others is H.
  const table: [string, string | null][] = [
    ["H801200001001", "H801200001001"],
    ["h8012 0000 1001", "H801200001001"],
    ["A801200001001", null],
    ["H801200001002", null],
    ["H810200001001", null],
    // A temporary number: its last letter, B, counts one: 53 - 13 + 13 makes H again.
    ["H80120000100B", "H80120000100B"],
    ["H80120000100I", null],
    ["H80120000100", null],
    ["8012000010011", null],
    ["", null],
  ];
  for (const [typed, number] of table) assert.equal(parseUpn(typed), number, typed);
});

test("telephone numbers", () => {
  const table: [string, string | null][] = [
    ["07700 900 123", "07700900123"],
    ["+44 7700 900123", "07700900123"],
    ["0044 7700-900123", "07700900123"],
    ["+44 (0)7700 900123", "07700900123"],
    ["(01234) 567 890", "01234567890"],
    ["+353 86 123 4567", "+353861234567"],
    ["999", null],
    ["none", null],
    ["", null],
  ];
  for (const [typed, number] of table) assert.equal(normalisePhone(typed), number, typed);
});
