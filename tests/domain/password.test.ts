import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { passwordLength, passwordProblem } from "#domain/password";

const isCommon = (password: string) => ["password", "iloveyou"].includes(password);
const about = ["Nia Ann Partner", "nia.partner@health.example", "Anytown NHS Trust", "front door"];
const problem = (password: string) => passwordProblem(password, isCommon, about);

describe("a new password", () => {
  const refused: [string, string, RegExp][] = [
    ["seven characters", "abcdefg", /8 characters or more/],
    ["seven characters that look like more bytes", "éééé🙂🙂🙂", /8 characters or more/],
    ["nothing", "", /8 characters or more/],
    ["too long", "x".repeat(passwordLength.most + 1), /200 characters or fewer/],
    ["one that everybody tries", "iloveyou", /everybody tries first/],
    ["the same in capitals", "PassWord", /everybody tries first/],
    ["their own name", "nia partner", /made of your name/],
    ["their name with a number", "Partner123", /made of your name/],
    ["their organisation", "anytown-trust", /made of your name/],
    ["this service", "FrontDoor1!", /made of your name/],
  ];
  for (const [name, password, words] of refused)
    test(`is refused: ${name}`, () => {
      assert.match(problem(password) ?? "", words);
    });
  const taken: [string, string][] = [
    ["eight characters of one kind", "zqxwvutr"],
    ["eight signs", "🙂🙃🙂🙃🙂🙃🙂🙃"],
    ["words with spaces", "purple lamp under rain"],
    ["as long as can be", "y".repeat(passwordLength.most)],
    ["their name and more than it", "partner of seven otters"],
    ["no capitals, digits or signs asked for", "otterslampsrain"],
  ];
  for (const [name, password] of taken)
    test(`is taken: ${name}`, () => {
      assert.equal(problem(password), null);
    });
});
