import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { listWaitingAddresses, type Addressee } from "#services/directory/address-changes";
import { proposeAddress, settleAddress, type Settling } from "#services/directory/change-address";
import {
  addOrganisation,
  changeOrganisation,
  endOrganisation,
} from "#services/directory/change-organisation";
import { endPerson } from "#services/directory/end-person";
import { addTeam as addTeamTo, changeTeam, endTeam } from "#services/directory/change-team";
import { listOpenlyNamed } from "#services/directory/list-openly-named";
import { listOrganisations, readOrganisation } from "#services/directory/organisations";
import { readTeam } from "#services/directory/teams";
import { Forbidden, Invalid, NotFound } from "#services/errors";
import { findAddress } from "#services/mail/find-address";
import { unitOfWork } from "#services/unit-of-work";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam, type Place } from "../../support/staff.ts";

let kit: TestContext;
let owner: postgres.Sql;
let hub: Place;
let alan: StaffActor;
let bea: StaffActor;
before(async () => {
  kit = await testContext();
  kit.at(new Date("2026-11-24T10:00:00Z"));
  owner = ownerOf(kit);
  hub = await addTeam(kit.context);
  alan = await addStaff(kit.context, ["administrator"], { name: "Alan Frost", place: hub });
  bea = await addStaff(kit.context, ["administrator"], { name: "Bea Lund", place: hub });
});
after(async () => {
  await owner.end();
  await kit.close();
});

const system = { kind: "system", process: "test" } as const;
const reason = "The trust has merged";
const problemsOf = async (run: Promise<unknown>): Promise<Readonly<Record<string, string>>> => {
  const error: unknown = await run.then(
    () => null,
    (refused: unknown) => refused,
  );
  assert.ok(error instanceof Invalid, `not refused: ${String(error)}`);
  return error.problems;
};
const kinds = async (subjectId: string) => {
  const rows = await owner<{ kind: string; facts: object }[]>`
    select kind, facts from audit_event where subject_id = ${subjectId} order by recorded_at, id`;
  return rows.map(({ kind, facts }) => [kind, facts]);
};

let made = 0;
const newTrust = (dutyEmail: string | null = "duty@old.example") =>
  addOrganisation(kit.context, alan, {
    ...{ name: `Trust ${(made += 1)}`, kind: "health", cinCode: "3F", emailDomains: [], dutyEmail },
    reason: "They answer for the hospital",
  });

describe("organisations and teams", () => {
  test("are named to everybody only where everybody knows of them", async () => {
    const add = (name: string, kind: "education" | "voluntary" | "housing" | "other") =>
      addOrganisation(kit.context, alan, {
        ...{ name, kind, cinCode: null, emailDomains: [], dutyEmail: null },
        reason: "They refer to us",
      });
    await add("Oakfield Primary", "education");
    const closed = await add("Elmfield Primary", "education");
    await endOrganisation(kit.context, alan, closed, "It has closed");
    for (const kind of ["voluntary", "housing", "other"] as const) await add(`Safe house ${kind}`, kind);
    const named = await listOpenlyNamed(kit.context);
    assert.ok(named.includes("Oakfield Primary"));
    assert.deepEqual(
      named.filter((name) => /Elmfield|Safe house/.test(name)),
      [],
    );
  });

  test("each change stands with who, why and what it was before, and is audited", async () => {
    const id = await newTrust();
    kit.at(new Date("2026-11-24T11:00:00Z"));
    await changeOrganisation(kit.context, bea, id, {
      name: "Anytown Trust",
      kind: "health",
      cinCode: "3E",
      emailDomains: [],
      reason,
    });
    const { organisation, history } = await readOrganisation(kit.context, alan, id);
    assert.equal(organisation.name, "Anytown Trust");
    assert.deepEqual(
      history.map(({ act, by, reason: why, changed }) => [act, by, why, changed.length]),
      [
        ["changed", "Bea Lund", reason, 2],
        ["added", "Alan Frost", "They answer for the hospital", 4],
      ],
    );
    assert.deepEqual(await kinds(id), [
      ["directory.changed", { of: "organisation", act: "added" }],
      ["directory.changed", { of: "organisation", act: "changed" }],
    ]);
    const found = await listOrganisations(kit.context, alan, { search: "town tru", page: 1 });
    assert.deepEqual(
      found.rows.map((row) => row.id),
      [id],
    );
    assert.equal((await listOrganisations(kit.context, alan, { search: "50%_", page: 1 })).total, 0);
  });

  test("what does not fit is refused, and the council stays what it is", async () => {
    const id = await newTrust();
    const form = {
      name: "Council two",
      kind: "council",
      cinCode: null,
      emailDomains: [] as string[],
      reason,
    } as const;
    assert.ok("kind" in (await problemsOf(changeOrganisation(kit.context, alan, id, form))));
    const other = { ...form, kind: "police" } as const;
    assert.ok("kind" in (await problemsOf(changeOrganisation(kit.context, alan, hub.organisationId, other))));
    assert.ok("reason" in (await problemsOf(endOrganisation(kit.context, alan, hub.organisationId, reason))));
    const taken = {
      ...other,
      name: (await readOrganisation(kit.context, alan, hub.organisationId)).organisation.name,
    };
    assert.ok("name" in (await problemsOf(changeOrganisation(kit.context, alan, id, taken))));
    const team = { name: "Hub two", purpose: "hub", organisationId: id, dutyEmail: null } as const;
    const takes = { fromAge: -1, toAge: 17, areas: [], needs: [], reason };
    assert.ok("purpose" in (await problemsOf(addTeamTo(kit.context, alan, { ...team, ...takes }))));
  });

  test("an end waits for the people, the work and the teams, and takes nothing away", async () => {
    const id = await newTrust();
    const takes = { fromAge: 0, toAge: 17, areas: ["AB1"], needs: [], reason };
    const team = { name: "Safeguarding", purpose: "partner", organisationId: id, dutyEmail: null } as const;
    const teamId = await addTeamTo(kit.context, alan, { ...team, ...takes });
    await changeTeam(kit.context, alan, teamId, { name: "Safeguarding team", ...takes });
    const place: Place = { organisationId: id, organisationKind: "health", teamId };
    const nurse = await addStaff(kit.context, ["partner"], { place });
    assert.match((await problemsOf(endTeam(kit.context, alan, teamId, reason)))["reason"] ?? "", /people/);
    assert.match(
      (await problemsOf(endOrganisation(kit.context, alan, id, reason)))["reason"] ?? "",
      /people/,
    );
    await endPerson(kit.context, alan, nurse.id, reason);
    assert.match((await problemsOf(endOrganisation(kit.context, alan, id, reason)))["reason"] ?? "", /teams/);
    await endTeam(kit.context, alan, teamId, reason);
    await endOrganisation(kit.context, alan, id, reason);
    const { team: ended, history } = await readTeam(kit.context, alan, teamId);
    assert.equal(ended.active, false);
    assert.deepEqual(
      history.map(({ act }) => act),
      ["ended", "changed", "added"],
    );
    assert.match(
      (await problemsOf(endTeam(kit.context, alan, hub.teamId, reason)))["reason"] ?? "",
      /people/,
    );
  });
});

describe("an address for notices", () => {
  const goesTo = (of: "organisation" | "team", id: string) =>
    unitOfWork(kit.context, system, (unit) => findAddress[of](unit, id, "strategy-called"));
  const propose = async (by: StaffActor, addressee: Addressee, newEmail = "duty@new.example") => {
    await proposeAddress(kit.context, by, { addressee, newEmail, reason });
    const [found] = (await listWaitingAddresses(kit.context, by)).filter(
      (one) => one.addressee.id === addressee.id,
    );
    assert.ok(found);
    return found.id;
  };
  const told = async (changeId: string) => {
    const rows = await owner<{ recipient_id: string }[]>`
      select recipient_id from outbox where subject_id = ${changeId} and facts->>'message' = 'address-changed'`;
    return rows.length;
  };

  test("is another one only when a second administrator confirms it, and the old inbox is told", async () => {
    const id = await newTrust();
    const change = await propose(alan, { of: "organisation", id });
    assert.equal(await goesTo("organisation", id), "duty@old.example");
    assert.equal(await told(change), 0);
    await settleAddress(kit.context, bea, { id: change, what: "confirm" });
    assert.equal(await goesTo("organisation", id), "duty@new.example");
    assert.equal(await told(change), 1);
    const former = await unitOfWork(kit.context, system, (unit) =>
      findAddress["former-address"](unit, change, "address-changed"),
    );
    assert.equal(former, "duty@old.example");
    const { history } = await readOrganisation(kit.context, alan, id);
    assert.deepEqual(history[0]?.changed, [
      { label: "Address for notices", from: "duty@old.example", to: "duty@new.example" },
    ]);
    assert.deepEqual(await kinds(change), [
      ["address.proposed", { of: "organisation" }],
      ["address.settled", { outcome: "confirmed" }],
    ]);
    await assert.rejects(settleAddress(kit.context, bea, { id: change, what: "confirm" }), NotFound);
  });

  test("is never settled by the wrong one of the two, whoever proposes and whatever they try", async () => {
    // Every order of two acts by two administrators and somebody else on a new proposal of each kind.
    const tries: Settling[] = ["confirm", "refuse", "withdraw"];
    const manager = await addStaff(kit.context, ["manager", "records_officer"], { place: hub });
    for (const of of ["organisation", "team"] as const)
      for (const proposer of [alan, bea])
        for (const by of [alan, bea, manager])
          for (const what of tries) {
            const id = of === "organisation" ? await newTrust() : (await addTeam(kit.context)).teamId;
            const before = await goesTo(of, id);
            const change = await propose(proposer, { of, id });
            const right = by !== manager && (what === "withdraw") === (by === proposer);
            const settling = settleAddress(kit.context, by, { id: change, what });
            const told = `${what} by ${by.name}, proposed by ${proposer.name}`;
            if (right) await settling;
            else
              await assert.rejects(
                settling,
                (error) => error instanceof Invalid || error instanceof Forbidden,
                told,
              );
            const moved = right && what === "confirm";
            assert.equal(await goesTo(of, id), moved ? "duty@new.example" : before, told);
          }
  });

  test("the table itself takes no confirmation by the proposer", async () => {
    const id = await newTrust();
    const change = await propose(alan, { of: "organisation", id });
    await assert.rejects(
      owner`update address_change set settled_by = ${alan.id}, settled_at = now(), outcome = 'confirmed' where id = ${change}`,
      /address_change_two_people/,
    );
  });

  test("of a team without one of its own tells its organisation's, and two confirmations make one change", async () => {
    const id = await newTrust();
    const takes = { fromAge: 0, toAge: 17, areas: [], needs: [], reason };
    const team = { name: "Ward", purpose: "partner", organisationId: id, dutyEmail: null } as const;
    const teamId = await addTeamTo(kit.context, alan, { ...team, ...takes });
    const change = await propose(alan, { of: "team", id: teamId });
    assert.ok(
      "newEmail" in (await problemsOf(propose(bea, { of: "team", id: teamId }, "other@new.example"))),
    );
    const cleo = await addStaff(kit.context, ["administrator"], { name: "Cleo", place: hub });
    const both = await Promise.allSettled(
      [bea, cleo].map((by) => settleAddress(kit.context, by, { id: change, what: "confirm" })),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    assert.equal(await goesTo("team", teamId), "duty@new.example");
    assert.equal(await told(change), 1);
  });
});
