import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { auditWords } from "#domain/audit-words";
import type { StoredEvent } from "#domain/event-words";

const local = { familyCafLabel: "Early Help Plan" };
const cases: readonly (readonly [StoredEvent, string])[] = [
  [{ kind: "contact.viewed", facts: { page: "matches" } }, "Read matches and history"],
  [
    { kind: "decision.made", facts: { outcome: "family_caf", level: 2, childId: "x", supersedesId: null } },
    "Decided: Early Help Plan",
  ],
  [
    { kind: "child.state-changed", facts: { from: "waiting", to: "recommended" } },
    "Moved a child from “waiting” to “recommended”",
  ],
  [{ kind: "list.viewed", facts: { list: "triage", resultIds: ["a", "b"] } }, "Saw a list: Triage, 2 in it"],
  [
    { kind: "role.granted", facts: { role: "on_call_manager", by: "groups" } },
    "Gave the role of on-call manager",
  ],
  [
    { kind: "sign-in.refused", facts: { how: "app-code", why: "wrong" } },
    "Refused a sign-in with a code from an app",
  ],
  [
    { kind: "access.denied", facts: { route: "hub.duty", why: "wrong-role" } },
    "Was refused a page (hub.duty): wrong role",
  ],
  [{ kind: "access.denied", facts: { route: null, why: "not-found" } }, "Was refused something: not found"],
];

describe("the audit in plain words", () => {
  for (const [event, words] of cases)
    test(`${event.kind}: ${words}`, () => assert.equal(auditWords(event, local), words));

  test("a kind that only a newer release knows is shown by its code", () =>
    assert.equal(auditWords({ kind: "moon.risen" as "session.started", facts: {} }, local), "moon.risen"));
});
