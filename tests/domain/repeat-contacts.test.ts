import assert from "node:assert/strict";
import { test } from "node:test";
import { repeatContacts } from "#domain/repeat-contacts";

const at = (day: string) => new Date(`${day}T10:00:00Z`);
const now = at("2026-11-28");
const told = (received: string, referred: string | null = null) => ({
  receivedAt: at(received),
  referredAt: referred === null ? null : at(referred),
});

test("earlier contacts of the last months make a repeat, and social work among them a re-referral", () => {
  const none = "Not a repeat contact: none about these children is known from the 12 months before it.";
  const last = (date: string) => `Re-referral, if it goes to social work: they had it last from ${date}.`;
  const one = "Repeat contact: 1 earlier one about these children in the 12 months before it.";
  const two = "Repeat contact: 2 earlier ones about these children in the 12 months before it.";
  for (const [earlier, words] of [
    [[], [none]],
    [[told("2025-11-27")], [none]],
    [[told("2025-11-28")], [one]],
    [[told("2026-11-29")], [none]],
    [[told("2026-01-05"), told("2026-10-01")], [two]],
    [[told("2025-11-20", "2025-11-27")], [none]],
    [[told("2025-11-27", "2025-11-28")], [none, last("28 November 2025")]],
    [
      [told("2026-01-05", "2026-01-06"), told("2026-03-02", "2026-03-03")],
      [two, last("3 March 2026")],
    ],
  ] as const)
    assert.deepEqual(repeatContacts(earlier, now, 12), words, JSON.stringify(earlier));
  assert.deepEqual(repeatContacts([told("2026-08-01")], now, 3), [
    "Not a repeat contact: none about these children is known from the 3 months before it.",
  ]);
});
