import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { journeys } from "#domain/journeys";
import type { Audience } from "#domain/intake";
import { textsOf, type Question } from "#domain/questions/question";
import { professionalStartWords } from "#domain/wording/landing";
import { addWords } from "#domain/wording/add";
import { callBackWords } from "#domain/wording/call-back";
import { equalityWords } from "#domain/wording/equality";
import { atHomeWords, exitWords, youngWords } from "#domain/wording/at-home";
import { reportWords } from "#domain/wording/report";
import { readingAge, sentencesIn, wordsIn } from "../../support/reading.ts";

const stringsIn = (value: unknown): string[] => {
  if (typeof value === "string") return value === "" ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  // Helplines are named by their id; what is read is the authority's own words for them.
  return Object.entries(value).flatMap(([key, each]) => (key === "helplines" ? [] : stringsIn(each)));
};
const spoken = (audience: Audience, around: unknown): string[] => [
  ...stringsIn(around),
  ...(journeys[audience] as readonly Question[]).flatMap((question) =>
    stringsIn(textsOf(question, audience, "en")),
  ),
];

/** Who reads what, at what age at most, and the words that they never meet: the trade's own. */
const readers: readonly { audience: Audience; texts: string[]; age: number; never: RegExp }[] = [
  {
    audience: "professional",
    texts: spoken("professional", [reportWords.en, professionalStartWords.en, callBackWords.en]),
    age: 12,
    never: /\b(?:MASH|BRAG|threshold|multi-agency)\b/i,
  },
  {
    audience: "public",
    texts: spoken("public", [atHomeWords.public.en, exitWords.en]),
    age: 11,
    never: /\b(?:referrals?|refer|safeguarding|MASH|disclos\w*|multi-agency|assessment|concern\w*)\b/i,
  },
  {
    audience: "family",
    texts: spoken("family", [atHomeWords.family.en, exitWords.en, equalityWords.en]),
    age: 11,
    never: /\b(?:referrals?|refer|safeguarding|MASH|disclos\w*|abuse\w*|agency|assessment|concern\w*)\b/i,
  },
  {
    audience: "young_person",
    texts: spoken("young_person", [
      ...[atHomeWords.young_person.en, youngWords.en, exitWords.en, addWords.en],
    ]),
    age: 9,
    never: /\b(?:referrals?|refer|safeguarding|MASH|disclos\w*|abuse\w*|agency|assessment|concern\w*)\b/i,
  },
];

describe("the words of each form", () => {
  for (const { audience, texts, age, never } of readers)
    test(`are read at ${age} by ${audience}, in short sentences, without words of the trade`, () => {
      const found = readingAge(texts);
      assert.ok(found <= age, `${found.toFixed(1)} years`);
      const long = sentencesIn(texts).filter((sentence) => wordsIn(sentence).length > 25);
      assert.deepEqual(long, []);
      assert.deepEqual(
        texts.filter((text) => never.test(text)),
        [],
      );
    });

  test("are told apart from what is hard to read", () => {
    const hard = [
      "Multi-agency safeguarding professionals disseminate confidential information collaboratively.",
    ];
    assert.ok(readingAge(hard) > 20);
    assert.ok(readingAge(["You can call us. We will help you. You do not need proof."]) < 8);
  });
});
