import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { foldName, nameWords, nearlyTheSame, soundAlike, soundsOf, surnameParts } from "#domain/names";
import { nicknameGroups, sameByNickname } from "#domain/nicknames";

test("folding", () => {
  const table: [string, string][] = [
    ["Zoë", "zoe"],
    ["O’Neill", "oneill"],
    ["N'Golo", "ngolo"],
    ["Łukasz", "lukasz"],
    ["Straße", "strasse"],
    ["Đặng", "dang"],
    ["Þór", "thor"],
    ["İpek", "ipek"],
    ["Щербак", "shcherbak"],
    ["Γιώργος", "giorgos"],
    ["ＭＡＲＹ", "mary"],
    ["محمد", "محمد"],
    ["", ""],
  ];
  for (const [name, folded] of table) assert.equal(foldName(name), folded);
});

test("the words of a name, without those that name nobody", () => {
  const table: [string | null, string[]][] = [
    ["Mary-Jane O'Neill", ["mary", "jane", "oneill"]],
    ["Unborn baby", []],
    ["BABY OKAFOR", ["okafor"]],
    ["Unknown", []],
    ["not known", []],
    ["N/K", []],
    ["???", []],
    ["Child 1", []],
    ["Miss Mary", ["mary"]],
    [null, []],
    ["   ", []],
  ];
  for (const [name, words] of table) assert.deepEqual(nameWords(name), words, String(name));
});

test("the parts of a surname", () => {
  const table: [string, string[]][] = [
    ["Okafor", ["okafor"]],
    ["Okafor-Smith", ["okafor", "smith", "okaforsmith"]],
    ["van den Berg", ["berg", "vandenberg"]],
    ["Al-Hassan", ["hassan", "alhassan"]],
    ["Mc Donald", ["donald", "mcdonald"]],
    ["De", ["de"]],
    ["", []],
  ];
  for (const [name, parts] of table) assert.deepEqual(surnameParts(name), parts, name);
});

test("sounds", () => {
  for (const [a, b] of [
    ["reilly", "riley"],
    ["smith", "smyth"],
    ["catherine", "kathryn"],
    ["philips", "fillips"],
  ]) {
    assert.ok(soundAlike(a ?? "", b ?? ""), `${a} ${b}`);
  }
  for (const [a, b] of [
    ["okafor", "smith"],
    ["mary", "grace"],
    ["", ""],
    ["محمد", "محمد"],
  ]) {
    assert.ok(!soundAlike(a ?? "", b ?? ""), `${a} ${b}`);
  }
  assert.deepEqual(soundsOf("🙂"), []);
});

test("one slip apart, two in a long name, none in a short one", () => {
  const table: [string, string, boolean][] = [
    ["thomas", "tomas", true],
    ["thomas", "thmoas", true],
    ["bennett", "bennet", true],
    ["tom", "tim", false],
    ["amy", "ami", false],
    ["mary", "marie", false],
    ["theodore", "theodroe", true],
    ["alexandra", "aleksandra", true],
    ["kovalenko", "kovalchuk", false],
    ["", "", false],
  ];
  for (const [a, b, near] of table) {
    assert.equal(nearlyTheSame(a, b), near, `${a} ${b}`);
    assert.equal(nearlyTheSame(b, a), near, `${b} ${a}`);
  }
});

describe("nicknames", () => {
  test("a name belongs to every group that it stands in", () => {
    assert.deepEqual(nicknameGroups("bob"), ["robert"]);
    assert.ok(nicknameGroups("alex").includes("alexander") && nicknameGroups("alex").includes("alexandra"));
    assert.deepEqual(nicknameGroups("toString"), []);
    assert.deepEqual(nicknameGroups("constructor"), []);
  });
  test("one name by use, from both sides, and not through a third name", () => {
    for (const [a, b, same] of [
      ["bob", "robert", true],
      ["kate", "catherine", true],
      ["mohammed", "muhammad", true],
      ["liz", "elizabeth", true],
      ["alexander", "alexandra", false],
      ["bill", "bob", false],
      ["mary", "grace", false],
    ] as const) {
      assert.equal(sameByNickname(a, b), same, `${a} ${b}`);
      assert.equal(sameByNickname(b, a), same, `${b} ${a}`);
    }
  });
});

test("no string makes a name throw, and every one folds to itself the second time", (t) => {
  const own = [
    "🙂👩‍👩‍👧",
    "\u202Eכםה",
    "\ud800",
    "\udc00x",
    "a\u0000b",
    "ﷺ",
    "Z̷̢a̵l̶g̸o̷".repeat(50),
    "ı".repeat(10_000),
    "-".repeat(500),
  ];
  const blns = new URL("../../../../shared/data/bad-input/blns.json", import.meta.url);
  const naughty: unknown = existsSync(blns) ? JSON.parse(readFileSync(blns, "utf8")) : [];
  if (!existsSync(blns)) t.diagnostic("blns.json is not here: only our own strings were tried");
  const strings = [...own, ...(Array.isArray(naughty) ? naughty.map(String) : [])];
  for (const name of strings) {
    const folded = foldName(name);
    assert.equal(foldName(folded), folded);
    for (const word of [...nameWords(name), ...surnameParts(name)]) {
      soundsOf(word);
      nicknameGroups(word);
      nearlyTheSame(word, "okafor");
    }
  }
});
