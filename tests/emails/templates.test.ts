import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseHead } from "#domain/audit-head";
import { leaksIn } from "#domain/leak-check";
import {
  accountMessages,
  batchMessages,
  contactMessages,
  proofMessages,
  senderMessages,
  type AccountFacts,
  type BatchFacts,
  type ContactMessage,
  type MessageFacts,
  type ProofFacts,
  type Said,
} from "#domain/messages";
import { defaultSettings } from "#domain/settings";
import { writeEmail } from "#emails/index";

const facts: MessageFacts = {
  reference: "7KQ4M2XD",
  since: new Date("2026-11-23T15:40:00Z"),
  dueAt: new Date("2026-11-24T15:40:00Z"),
};
const accountFacts: AccountFacts = {
  since: new Date("2026-11-23T15:40:00Z"),
  until: new Date("2026-11-24T15:40:00Z"),
  code: "048213",
};
const proofFacts: ProofFacts = {
  head: {
    position: 48_213,
    hash: "0f".repeat(32),
    sealedAt: "2026-11-23T15:40:00.000Z",
    signature: "5a".repeat(32),
    key: 1,
  },
};
const batchFacts: BatchFacts = {
  ...{ batch: "7KQ4M2XD", since: new Date("2026-11-23T15:40:00Z") },
  ...{ received: 47, toMend: 3 },
};
const sender = { ...defaultSettings, origin: "https://front-door.example.test" };

/** What a careless template could reach if the types ever let more in. */
const planted = {
  child: "Zephyrine Plantedname",
  dateOfBirth: "2019-03-07",
  address: "17 Planted Lane",
  postcode: "AB12 9ZZ",
  school: "Planted Primary",
  worry: "planted bruises on both arms",
  referrer: "Planted Referrer",
  email: "planted@school.example.test",
  outcome: "planted outcome",
};

/** Said in every email. */
const warning = /Do not reply with details about a child\./;

const words = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>|<title>.*?<\/title>/g, "")
    .replace(/<a href="([^"]+)">([^<]*)<\/a>/g, "$2: $1")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();

const saids: Said[] = [
  ...contactMessages.map((kind) => ({ kind, facts })),
  ...[...accountMessages, ...senderMessages].map((kind) => ({ kind, facts: accountFacts })),
  ...batchMessages.map((kind) => ({ kind, facts: batchFacts })),
  ...proofMessages.map((kind) => ({ kind, facts: proofFacts })),
];

for (const said of saids) {
  const { kind } = said;
  describe(kind, () => {
    const email = writeEmail(said, sender);
    const whole = `${email.subject}\n${email.text}\n${words(email.html)}`;

    if ("reference" in said.facts)
      test("says its reference in the subject and in both parts", () => {
        assert.match(email.subject, /7KQ4 M2XD$/);
        assert.match(email.text, /7KQ4 M2XD/);
        assert.match(words(email.html), /7KQ4 M2XD/);
      });
    else if ("head" in said.facts)
      test("holds the head as the verifier reads it, and nothing else that could be looked up", () => {
        assert.deepEqual(
          email.text.split("\n").flatMap((line) => parseHead(line) ?? []),
          [proofFacts.head],
        );
        assert.doesNotMatch(email.subject, /\d/);
        assert.doesNotMatch(email.text, /https?:/);
      });
    else if ("batch" in said.facts)
      test("says how many were taken and what the file is called", () => {
        assert.equal(email.subject, "47 received, 3 to put right – 7KQ4 M2XD");
        assert.match(email.text, /3 were not taken/);
      });
    else
      test("holds a code only where it is what it is for, and never in the subject", () => {
        assert.equal(whole.includes("048213"), ["account-code", "sender-code"].includes(kind));
        assert.doesNotMatch(email.subject, /\d/);
        for (const [, link] of email.text.matchAll(/(https?:\S+)/g))
          assert.ok(
            [`${sender.origin}/account/join`, `${sender.origin}/track`].includes(link ?? ""),
            "signs nobody in",
          );
      });

    test("says the same in both parts", () => {
      assert.equal(words(email.html), email.text.replace(/\s+/g, " ").trim());
    });

    test("tells nothing that was planted", () => {
      const careless = { ...said.facts, ...planted, children: [planted], contact: planted };
      const again = writeEmail({ kind, facts: careless } as Said, { ...sender, ...planted } as typeof sender);
      assert.deepEqual(again, email);
      for (const value of Object.values(planted)) assert.ok(!JSON.stringify(again).includes(value), value);
    });

    test("names no outcome, no worry and no child", () => {
      assert.deepEqual(leaksIn(whole, sender), []);
    });

    test("has a short subject on one line, and a telephone number for day and night", () => {
      assert.ok(email.subject.length <= 70, email.subject);
      assert.doesNotMatch(email.subject, /[\r\n]/);
      assert.match(email.text, warning);
      for (const phone of Object.values(sender.phones)) assert.ok(email.text.includes(phone));
    });

    test("fetches nothing, and leads only to our own pages", () => {
      assert.doesNotMatch(email.html, /<(img|script|link|iframe|object)|url\(|@import|\?|src=/i);
      const links = [...email.html.matchAll(/href="([^"]*)"/g), ...email.text.matchAll(/(https?:\S+)/g)];
      for (const [, link] of links) assert.equal(new URL(link ?? "").origin, sender.origin);
    });

    test("leaves a deadline out when there is none", () => {
      const without = writeEmail(
        { kind, facts: { ...said.facts, dueAt: null, until: null } } as unknown as Said,
        sender,
      );
      assert.doesNotMatch(without.text, /null|undefined|Invalid|\bby \./);
      assert.doesNotMatch(without.text, /Tue 24 Nov/);
    });

    test("escapes what an administrator typed", () => {
      const odd = { ...sender, authorityName: `A & B <script>alert("x")</script>` };
      assert.doesNotMatch(writeEmail(said, odd).html, /<script/);
      assert.match(writeEmail(said, odd).html, /A &amp; B &lt;script&gt;alert\(&quot;x&quot;\)/);
    });
  });
}

describe("times", () => {
  const told: Partial<Record<ContactMessage, RegExp>> = {
    "contact-received": /on Mon 23 Nov, 3:40pm[\s\S]*by Tue 24 Nov, 3:40pm/,
    "hand-over-unaccepted": /was handed over on Mon 23 Nov, 3:40pm/,
    "red-contact": /on Mon 23 Nov, 3:40pm/,
    "recommendation-waiting": /by Tue 24 Nov, 3:40pm/,
    "strategy-called": /by Tue 24 Nov, 3:40pm/,
  };
  for (const [kind, pattern] of Object.entries(told))
    test(`${kind} tells local time`, () => {
      assert.match(writeEmail({ kind: kind as ContactMessage, facts }, sender).text, pattern);
    });
});

test("a template that names a worry, an outcome or a child would be found", () => {
  for (const [text, word] of [
    ["We decided on a Family CAF", "family caf"],
    ["There are bruises on an arm", "bruis"],
    ["About a child at your school", "child"],
    ["Anytown Children’s Trust wrote about a child", "child"],
  ] as const)
    assert.ok(leaksIn(text, { authorityName: "Anytown Children’s Trust" }).includes(word), text);
  assert.deepEqual(leaksIn("Anytown Children’s Trust", { authorityName: "Anytown Children’s Trust" }), []);
});
