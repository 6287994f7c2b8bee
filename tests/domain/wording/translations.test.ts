import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { audiences, translations } from "#domain/intake";
import { journeys } from "#domain/journeys";
import { wordsIn } from "#domain/language";
import { textsOf, type Question } from "#domain/questions/question";
import { momentWords } from "#domain/wording/moments";
import { defaultSettings } from "#domain/settings";

/** A translation says what the English says in as many places, and with the same values put in. */

const folder = new URL("../../../domain/wording/", import.meta.url);

/** Every catalogue, by the name of what exports it; those of several audiences by audience. */
async function catalogues(): Promise<[name: string, catalogue: Record<string, unknown>][]> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const modules = await Promise.all(
    files.map((file) => import(`#domain/wording/${file.replace(".ts", "")}`) as Promise<object>),
  );
  const found = modules.flatMap((module) => Object.entries(module) as [string, unknown][]);
  return found.flatMap(([name, value]) => {
    if (typeof value !== "object" || value === null) return [];
    if ("en" in value) return [[name, value as Record<string, unknown>]];
    return Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
      typeof one === "object" && one !== null && "en" in one
        ? [[`${name}.${key}`, one as Record<string, unknown>] as [string, Record<string, unknown>]]
        : [],
    );
  });
}

const placesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** Where a translation differs in shape; plural forms are each language's own. */
function differences(at: string, en: unknown, other: unknown): string[] {
  if (typeof en === "string") {
    if (typeof other !== "string" || other.trim() === "") return en === "" ? [] : [`${at}: no text`];
    return placesIn(en).join() === placesIn(other).join() ? [] : [`${at}: ${other}`];
  }
  if (typeof en !== "object" || en === null) return typeof en === typeof other ? [] : [at];
  if (typeof other !== "object" || other === null) return [at];
  if ("other" in en && "one" in en)
    return Object.values(other).flatMap((form) => differences(at, en.other, form));
  const keys = [...new Set([...Object.keys(en), ...Object.keys(other)])];
  return keys.flatMap((key) =>
    differences(
      `${at}.${key}`,
      (en as Record<string, unknown>)[key],
      (other as Record<string, unknown>)[key],
    ),
  );
}

for (const language of translations)
  describe(`the ${language} translation`, () => {
    test("has every string of every catalogue, with the same places", async () => {
      const all = await catalogues();
      assert.ok(all.length > 20, `${all.length} catalogues were found`);
      assert.deepEqual(
        all.flatMap(([name, catalogue]) => differences(name, catalogue["en"], catalogue[language])),
        [],
      );
    });

    test("has every string of every question", () => {
      const wrong = audiences.flatMap((audience) =>
        (journeys[audience] as readonly Question[]).flatMap((question) =>
          differences(
            `${audience}.${question.id}`,
            textsOf(question, audience, "en"),
            textsOf(question, audience, language),
          ),
        ),
      );
      assert.deepEqual(wrong, []);
    });
  });

test("days and times are written as Polish writes them", () => {
  const words = wordsIn(momentWords, "pl");
  const at = new Date("2026-11-24T15:40:00Z");
  assert.equal(words.longDate("2016-03-04"), "4 marca 2016");
  assert.equal(words.longDate("about 4"), "about 4");
  assert.equal(words.dayAndTime(at), "wt., 24 lis, 15:40");
  assert.equal(words.timeOnDay(at), "wtorek, 24 listopada, 15:40");
  assert.equal(words.openingHours(defaultSettings.openingHours), "poniedziałek–piątek, 8:30–17:00");
  const call = { from: new Date("2026-11-25T08:30:00Z"), until: new Date("2026-11-25T12:00:00Z") };
  assert.equal(words.callTime(call, at), "środa, 25 listopada, między 8:30 a 12:00");
  assert.equal(words.callTime(call, call.from), "dzisiaj, przed 12:00");
});
