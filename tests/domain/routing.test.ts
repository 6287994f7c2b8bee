import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chooseTeam, teamPurposeFor, type RoutableTeam } from "#domain/routing";
import { needsOf } from "#domain/team-needs";
import { pathwayKinds } from "#domain/pathway";

const team = (id: string, facts: Partial<RoutableTeam> = {}): RoutableTeam => ({
  id,
  purpose: "social_work",
  fromAge: -1,
  toAge: 17,
  areas: [],
  needs: [],
  ...facts,
});

const chosen = (
  teams: readonly RoutableTeam[],
  age: number | null,
  postcode: string | null,
  need: string | null = null,
) => chooseTeam(teams, "social_work", { age, postcode, needs: needsOf({ age, need }) })?.id ?? null;

describe("which team takes a child", () => {
  test("every kind of work has a purpose", () => {
    for (const kind of pathwayKinds) assert.ok(teamPurposeFor[kind]);
  });

  test("a team of another purpose never does", () => {
    assert.equal(chosen([team("a", { purpose: "advice" })], 5, "AB1 2CD"), null);
  });

  test("ages are whole years at both ends, and an unborn child is -1", () => {
    const teams = [team("young", { fromAge: -1, toAge: 4 }), team("old", { fromAge: 5, toAge: 17 })];
    const expected: [number, string][] = [
      [-1, "young"],
      [0, "young"],
      [4, "young"],
      [5, "old"],
      [17, "old"],
    ];
    for (const [age, id] of expected) assert.equal(chosen(teams, age, null), id, `age ${age}`);
    assert.equal(chosen(teams, 18, null), null);
  });

  test("a district is not a longer district, and an area takes its districts", () => {
    const teams = [team("one", { areas: ["AB1"] }), team("rest", { areas: ["AB"] })];
    assert.equal(chosen(teams, 5, "AB1 2CD"), "one");
    assert.equal(chosen(teams, 5, "AB12 2CD"), "rest");
    assert.equal(chosen(teams, 5, "AB1A 2CD"), "one");
    assert.equal(chosen([team("one", { areas: ["A"] })], 5, "AB1 2CD"), null);
    assert.equal(chosen(teams, 5, "CD1 2EF"), null);
  });

  test("the team that names the place wins over the one for everywhere, and the narrower age over the wider", () => {
    assert.equal(chosen([team("any"), team("here", { areas: ["AB1"] })], 5, "AB1 2CD"), "here");
    assert.equal(chosen([team("any"), team("narrow", { fromAge: 4, toAge: 6 })], 5, null), "narrow");
  });

  test("not knowing the age or the place never leaves a child without a team", () => {
    const teams = [team("young", { toAge: 4, areas: ["AB1"] })];
    assert.equal(chosen(teams, null, null), "young");
    assert.equal(chosen(teams, null, "AB1 2CD"), "young");
  });

  test("a team for a need takes it before the team of the place, and takes nothing else", () => {
    const here = team("here", { areas: ["AB1"] });
    const teams = [
      here,
      team("disability", { needs: ["disability"] }),
      team("unborn", { needs: ["unborn"] }),
    ];
    const expected: [number | null, string | null, string][] = [
      [5, "N2", "disability"],
      [5, "N1", "here"],
      [5, null, "here"],
      [-1, "N1", "unborn"],
      [0, "N1", "here"],
      [null, null, "here"],
    ];
    for (const [age, need, id] of expected)
      assert.equal(chosen(teams, age, "AB1 2CD", need), id, `${age} ${need}`);
    const narrow = team("narrow", { needs: ["disability"], areas: ["AB1"] });
    assert.equal(chosen([...teams, narrow], 5, "AB1 2CD", "N2"), "narrow", "the place counts among them");
    assert.equal(chosen([narrow, here], 5, "AB2 2CD", "N2"), null, "and nobody is sent out of their area");
    assert.equal(chosen([team("disability", { needs: ["disability"] })], 5, "AB1 2CD", "N1"), null);
  });

  test("the same child always goes the same way, in whatever order teams are listed", () => {
    const teams = [team("b"), team("a"), team("c")];
    assert.equal(chosen(teams, 5, "AB1 2CD"), "a");
    assert.equal(chosen([...teams].reverse(), 5, "AB1 2CD"), "a");
  });
});
