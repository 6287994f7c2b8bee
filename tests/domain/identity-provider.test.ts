import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseRolesByGroup, roleChanges, rolesForGroups, saysTwoFactors } from "#domain/identity-provider";

describe("which roles a group brings, as an operator writes it", () => {
  const read = (text: string) => {
    const parsed = parseRolesByGroup(text);
    return parsed && Object.fromEntries(parsed);
  };
  const table: [string, Record<string, string[]> | null][] = [
    ["MASH Screeners=screener", { "MASH Screeners": ["screener"] }],
    ["A=screener; B=manager + strategy_chair;", { A: ["screener"], B: ["manager", "strategy_chair"] }],
    ["0f8fad5b-d9cb-469f-a165-70867728950e=auditor", { "0f8fad5b-d9cb-469f-a165-70867728950e": ["auditor"] }],
    ["CN=Screeners,DC=council=screener", { "CN=Screeners,DC=council": ["screener"] }],
    ["A=screener; A=manager; A=screener", { A: ["screener", "manager"] }],
    ["", null],
    [" ; ", null],
    ["A", null],
    ["=screener", null],
    ["A=", null],
    ["A=screener+", null],
    ["A=Screener", null],
    ["A=boss", null],
    ["A=screener, B=manager", null],
    // Partners come from other organisations, by invitation.
    ["A=partner", null],
  ];
  for (const [text, expected] of table)
    test(JSON.stringify(text), () => {
      assert.deepEqual(read(text), expected);
    });
});

describe("what somebody in groups may do", () => {
  const byGroup = parseRolesByGroup("S=screener; M=manager+strategy_chair; A=administrator");
  assert.ok(byGroup);
  test("is what each mapped group brings, once, in the order of the roles", () => {
    assert.deepEqual(rolesForGroups(byGroup, ["M", "S", "M"]), ["screener", "manager", "strategy_chair"]);
  });
  test("is nothing for groups that nobody mapped, whatever they are called", () => {
    assert.deepEqual(rolesForGroups(byGroup, []), []);
    assert.deepEqual(rolesForGroups(byGroup, ["s", "administrator", "__proto__", "constructor", ""]), []);
  });
  test("changes by what is new and what is gone", () => {
    assert.deepEqual(roleChanges(["screener", "auditor"], ["screener", "manager"]), {
      grant: ["manager"],
      revoke: ["auditor"],
    });
    assert.deepEqual(roleChanges(["screener"], []), { grant: [], revoke: ["screener"] });
  });
});

describe("two factors at the provider", () => {
  const table: [string, string[], unknown, unknown, boolean][] = [
    ["nothing is asked for", [], undefined, undefined, true],
    ["amr has it", ["mfa"], undefined, ["pwd", "mfa"], true],
    ["acr is it", ["urn:strong"], "urn:strong", undefined, true],
    ["one of several", ["otp", "hwk"], "1", ["pwd", "hwk"], true],
    ["neither says it", ["mfa"], "1", ["pwd"], false],
    ["nothing is said", ["mfa"], undefined, undefined, false],
    ["only a part of the word", ["mfa"], "no-mfa", ["mf", "mfaa"], false],
    ["amr as a text is no list", ["mfa"], undefined, "mfa", false],
    ["other kinds of value", ["mfa"], 1, [null, 1, { mfa: true }], false],
  ];
  for (const [name, accepted, acr, amr, expected] of table)
    test(name, () => {
      assert.equal(saysTwoFactors(accepted, acr, amr), expected);
    });
});
