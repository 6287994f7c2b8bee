import assert from "node:assert/strict";
import { test } from "node:test";
import { namesOfOthers } from "#domain/other-family";

const here = JSON.stringify({
  child: "Mia Reed",
  what: "Mia and her cousin Aaliyah were seen by Mrs O'Neil",
});
const others = ["Leo", "Mia", "Will", "Zoë", "O'Shea", "Aaliyah", "Jo", "Summer"];

const table: [text: string, found: string[]][] = [
  ["Leo was not asked.", ["Leo"]],
  ["She said that Leo's room was cold. Leo agreed.", ["Leo"]],
  ["Mia was not asked, and Aaliyah was there.", []],
  ["Will anybody see her tonight? Summer is near.", []],
  ["We spoke to Will about it.", ["Will"]],
  ["Nobody asked Zoë or O’Shea.", ["Zoë", "O'Shea"]],
  ["Leonard and the leo pard", []],
  ["Jo rang.", []],
  ["", []],
];

test("a child of another family is found in a text by their name, and nobody who belongs here is", () => {
  for (const [text, found] of table) assert.deepEqual(namesOfOthers(text, { others, here }), found, text);
});
