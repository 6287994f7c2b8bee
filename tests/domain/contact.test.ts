import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  childStates,
  childVerbs,
  contactStatus,
  contactStatuses,
  contactStatusWords,
  follows,
  type ChildState,
  type ChildVerb,
  type ContactStatus,
} from "#domain/contact";

/** What each verb leaves behind, state by state; "-" is refused. Written out so that a change is seen. */
const expected: Record<ChildVerb, Record<ChildState, ChildState | "-">> = {
  rate: { waiting: "waiting", recommended: "recommended", sent_back: "sent_back", decided: "-" },
  hold: { waiting: "waiting", recommended: "recommended", sent_back: "sent_back", decided: "-" },
  link_match: { waiting: "waiting", recommended: "recommended", sent_back: "sent_back", decided: "decided" },
  ask_agencies: { waiting: "waiting", recommended: "recommended", sent_back: "sent_back", decided: "-" },
  enquire: { waiting: "waiting", recommended: "-", sent_back: "sent_back", decided: "-" },
  recommend: { waiting: "recommended", recommended: "-", sent_back: "recommended", decided: "-" },
  withdraw_recommendation: { waiting: "-", recommended: "waiting", sent_back: "-", decided: "-" },
  send_back: { waiting: "-", recommended: "sent_back", sent_back: "-", decided: "-" },
  decide: { waiting: "decided", recommended: "decided", sent_back: "decided", decided: "-" },
  supersede: { waiting: "-", recommended: "-", sent_back: "-", decided: "decided" },
  add_information: {
    waiting: "waiting",
    recommended: "recommended",
    sent_back: "sent_back",
    decided: "decided",
  },
};

describe("what may follow, every state against every verb", () => {
  for (const verb of childVerbs) {
    for (const state of childStates) {
      test(`${state} × ${verb}`, () => {
        const outcome = follows(state, verb);
        assert.equal(outcome.allowed ? outcome.next : "-", expected[verb][state]);
        if (!outcome.allowed) assert.match(outcome.because, /^[A-Z].*\.$/);
      });
    }
  }
});

test("news after a decision opens a contact of its own; before it, it goes to the same contact", () => {
  const opens = childStates.map((state) => {
    const outcome = follows(state, "add_information");
    return outcome.allowed && outcome.opensLinkedContact;
  });
  assert.deepEqual(opens, [false, false, false, true]);
});

test("once decided, no verb ever leads back to undecided", () => {
  for (const verb of childVerbs) {
    const outcome = follows("decided", verb);
    if (outcome.allowed) assert.equal(outcome.next, "decided");
  }
});

describe("the contact's status comes from its children", () => {
  const table: [ChildState[], ContactStatus][] = [
    [[], "waiting"],
    [["waiting"], "waiting"],
    [["recommended"], "recommended"],
    [["sent_back"], "sent_back"],
    [["decided"], "decided"],
    [["waiting", "recommended"], "part_recommended"],
    [["recommended", "recommended"], "recommended"],
    [["recommended", "sent_back"], "sent_back"],
    [["decided", "waiting"], "part_decided"],
    [["decided", "recommended"], "part_decided"],
    [["decided", "sent_back"], "sent_back"],
    [["decided", "decided"], "decided"],
  ];
  for (const [children, status] of table) {
    test(`${children.join(" + ") || "no child named"} → ${status}`, () => {
      assert.equal(contactStatus(children), status);
      assert.equal(contactStatus([...children].reverse()), status);
      assert.ok(contactStatusWords[status]);
    });
  }
  test("every status can be reached", () => {
    assert.deepEqual(new Set(table.map(([, status]) => status)), new Set(contactStatuses));
  });
});
