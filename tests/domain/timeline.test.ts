import assert from "node:assert/strict";
import { test } from "node:test";
import { eventWords, type StoredEvent } from "#domain/event-words";
import { timelineLines } from "#domain/timeline";

/** Newest first, as the audit is read; a minute apart unless said. */
function told(...events: readonly [who: string, event: StoredEvent, minutesAgo?: number][]) {
  return timelineLines(
    events.map(([who, event, minutesAgo], index) => ({
      id: String(index),
      at: new Date(Date.UTC(2026, 10, 24, 12) - (minutesAgo ?? index) * 60_000),
      who,
      what: eventWords(event, { familyCafLabel: "Early Help Plan" }),
      event,
    })),
  ).map(({ who, what }) => `${who}: ${what}`);
}

const viewed = (page: string): StoredEvent => ({ kind: "contact.viewed", facts: { page } });
const rated: StoredEvent = { kind: "contact.rated", facts: { from: null, to: "A" } };

test("what one person reads in a sitting is one line, each page once, in the order of reading", () => {
  assert.deepEqual(
    told(
      ["Sam", viewed("timeline")],
      ["Sam", viewed("matches")],
      ["Sam", viewed("summary")],
      ["Sam", viewed("matches")],
      ["Sam", viewed("referral")],
    ),
    ["Sam: Read the full referral, the summary, matches and history, and the timeline"],
  );
  assert.deepEqual(told(["Sam", viewed("notes")], ["Sam", viewed("summary")]), [
    "Sam: Read the summary and the notes",
  ]);
});

test("what was done, another reader and another sitting each begin a line of their own", () => {
  assert.deepEqual(
    told(
      ["Sam", viewed("summary")],
      ["Sam", rated],
      ["Sam", viewed("summary")],
      ["Lee", viewed("summary")],
      ["Lee", viewed("notes"), 20],
    ),
    [
      "Sam: Read the summary",
      "Sam: Rated it Amber",
      "Sam: Read the summary",
      "Lee: Read the summary",
      "Lee: Read the notes",
    ],
  );
});

test("an event that says nothing on a contact's page leaves no line and parts no sitting", () => {
  assert.deepEqual(
    told(
      ["Sam", viewed("summary")],
      ["Sam", { kind: "child.state-changed", facts: { from: "waiting", to: "recommended" } }],
      ["Sam", viewed("notes")],
    ),
    ["Sam: Read the notes and the summary"],
  );
});

test("emails and work are told by what they are, and never with what anybody wrote", () => {
  assert.deepEqual(
    told(
      ["The system", { kind: "message.accepted", facts: { message: "contact-received", attempt: 1 } }],
      ["The system", { kind: "message.dropped", facts: { message: "decision-made", because: "superseded" } }],
      ["The system", { kind: "pathway.created", facts: { kind: "caf_redirect", decisionId: "x" } }],
    ),
    [
      "The system: Emailed the sender that it arrived",
      "The system: Did not email the sender that it is decided",
      "The system: Opened: Early Help Plan redirect",
    ],
  );
});

test("early help is called what the authority calls it", () => {
  const facts = { outcome: "family_caf", level: 2, childId: "x", supersedesId: null } as const;
  assert.deepEqual(
    told(["Helen", { kind: "decision.made", facts }], ["Sam", { kind: "recommendation.made", facts }]),
    ["Helen: Decided: Early Help Plan", "Sam: Recommended: Early Help Plan"],
  );
});

test("nothing in it tells that a contact was ever taken for one about a restricted person", () => {
  assert.deepEqual(
    told(
      ["Mo", viewed("restrict")],
      ["The system", { kind: "message.accepted", facts: { message: "contact-for-manager", attempt: 1 } }],
      ["The system", { kind: "message.accepted", facts: { message: "glass-broken", attempt: 1 } }],
      [
        "The system",
        { kind: "message.dropped", facts: { message: "glass-unreviewed", because: "reviewed" } },
      ],
      [
        "The system",
        { kind: "message.dropped", facts: { message: "red-contact", because: "told-one-by-one" } },
      ],
      ["The system", { kind: "message.accepted", facts: { message: "contact-received", attempt: 1 } }],
    ),
    ["The system: Emailed the sender that it arrived"],
  );
});
