import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { roles, type Actor, type Role, type StaffActor } from "#domain/actor";
import { may, permissionVerbs, type PermissionVerb, type Subject } from "#domain/permissions";

const staff = (role: Role | Role[], change: Partial<StaffActor> = {}): StaffActor => ({
  kind: "staff",
  id: "me",
  name: "Me",
  roles: Array.isArray(role) ? role : [role],
  organisationId: "org",
  organisationKind: role === "partner" ? "health" : "council",
  teamId: "team",
  sessionId: "s",
  ...change,
});

const hub = ["screener", "manager", "out_of_hours", "on_call_manager"] as const;
const managers = ["manager", "on_call_manager"] as const;

/** Everybody who may, for a subject that stands in no relation to them; everybody else may not. */
const byRoleAlone: Record<PermissionVerb, readonly Role[]> = {
  "see-triage": hub,
  "take-calls": [...hub, "call_taker"],
  "read-contact": [...hub, "auditor"],
  "see-referrer": hub,
  "see-address": hub,
  rate: managers,
  hold: hub,
  "take-over": managers,
  "add-note": managers,
  "link-match": managers,
  "ask-agencies": managers,
  recommend: [],
  decide: [...hub, "advice"],
  countersign: ["manager"],
  "see-advice": [...managers, "advice"],
  "work-advice": ["manager", "advice"],
  "see-social-work": [...managers, "social_work_manager", "social_worker", "service_manager"],
  "accept-referral": [],
  "work-referral": ["service_manager"],
  "see-strategy": [...managers, "out_of_hours", "strategy_chair", "auditor", "social_work_manager"],
  "chair-strategy": [...managers, "strategy_chair"],
  "reply-strategy": [],
  "read-audit": ["auditor", "records_officer"],
  search: hub,
  "see-lookers": [...managers, "auditor", "records_officer"],
  "review-looking": ["records_officer"],
  administer: ["administrator"],
  "confirm-address": ["administrator"],
  "see-duty": ["manager", "on_call_manager", "out_of_hours", "administrator"],
  "break-glass": hub,
  "review-break-glass": ["records_officer"],
  "see-restricted": [...managers, "records_officer"],
  restrict: [...managers, "records_officer"],
  "lift-restriction": [...managers, "records_officer"],
  "keep-records": ["records_officer"],
  "confirm-records": ["records_officer"],
  "open-lado": [...managers, "out_of_hours"],
  "see-lado": ["lado"],
  "see-request": [...hub, "auditor"],
  "see-alerts": ["manager", "auditor", "analyst"],
  "see-outcomes": ["manager", "auditor", "analyst"],
  "look-again": ["auditor"],
  "reply-request": [],
  "send-notices": [],
  "see-caf-figures": ["advice", "manager", "analyst", "auditor"],
  "record-caf-starts": ["advice", "manager"],
  "see-figures": ["analyst", "administrator"],
};

describe("every verb against every role, with nothing known about the subject", () => {
  for (const verb of permissionVerbs) {
    for (const role of roles) {
      const allowed = byRoleAlone[verb].includes(role);
      test(`${role} ${allowed ? "may" : "may not"} ${verb}`, () => {
        assert.equal(may(staff(role), verb, {}), allowed);
        const either = allowed || byRoleAlone[verb].includes("analyst");
        assert.equal(may(staff(["analyst", role]), verb, {}), either, "another role takes nothing away");
      });
    }
  }
});

describe("what a relation changes", () => {
  const table: [who: Role, verb: PermissionVerb, subject: Subject, allowed: boolean][] = [
    // The holder writes, the others read.
    ["screener", "rate", { holderId: "me" }, true],
    ["screener", "rate", { holderId: "other" }, false],
    ["screener", "rate", { holderId: null }, false],
    ["manager", "rate", { holderId: "other" }, true],
    ["screener", "add-note", { holderId: "me" }, true],
    ["screener", "add-note", { holderId: "other" }, false],
    ["screener", "link-match", { holderId: "me" }, true],
    ["screener", "link-match", { holderId: "other" }, false],
    ["screener", "recommend", { holderId: "me" }, true],
    ["screener", "recommend", { holderId: "other" }, false],
    ["manager", "recommend", { holderId: "other" }, false],
    ["manager", "recommend", { holderId: "me" }, true],
    ["out_of_hours", "recommend", { holderId: "me" }, true],
    ["call_taker", "recommend", { holderId: "me" }, false],
    // Taking what is free or mine; a manager takes over instead.
    ["screener", "hold", { holderId: null }, true],
    ["screener", "hold", { holderId: "me" }, true],
    ["screener", "hold", { holderId: "other" }, false],
    ["manager", "hold", { holderId: "other" }, false],
    ["manager", "take-over", { holderId: "other" }, true],
    ["screener", "take-over", { holderId: "other" }, false],
    // Nobody decides on their own recommendation, save what cannot wait at night (signing.ts says what that is).
    ["manager", "decide", { recommendedById: "other" }, true],
    ["manager", "decide", { recommendedById: "me" }, false],
    ["manager", "decide", { recommendedById: "me", outOfHours: true }, true],
    ["out_of_hours", "decide", { recommendedById: "me" }, false],
    ["out_of_hours", "decide", { recommendedById: "me", outOfHours: true }, true],
    ["screener", "decide", { recommendedById: "other" }, true],
    ["screener", "decide", { recommendedById: "me" }, false],
    ["screener", "decide", { recommendedById: "me", outOfHours: true }, false],
    ["advice", "decide", { recommendedById: "me", outOfHours: true }, false],
    ["records_officer", "confirm-records", { begunById: "other" }, true],
    ["records_officer", "confirm-records", { begunById: "me" }, false],
    ["manager", "countersign", { decidedById: "other" }, true],
    ["manager", "countersign", { decidedById: "me" }, false],
    ["on_call_manager", "countersign", { decidedById: "other" }, false],
    // Pathways belong to their team.
    ["advice", "see-advice", { teamId: "team" }, true],
    ["advice", "see-advice", { teamId: "elsewhere" }, false],
    ["advice", "work-advice", { teamId: "team" }, true],
    ["advice", "work-advice", { teamId: "elsewhere" }, false],
    ["advice", "work-advice", { teamId: null }, false],
    ["social_work_manager", "see-social-work", { teamId: "team" }, true],
    ["social_work_manager", "see-social-work", { teamId: "elsewhere" }, false],
    ["social_work_manager", "accept-referral", { teamId: "team" }, true],
    ["social_work_manager", "accept-referral", { teamId: "elsewhere" }, false],
    ["manager", "accept-referral", { teamId: "team" }, false],
    // A worker has the children that they were given, and not the team's.
    ["social_worker", "see-social-work", { teamId: "team", workerId: "me" }, true],
    ["social_worker", "see-social-work", { teamId: "team", workerId: "other" }, false],
    ["social_worker", "see-social-work", { teamId: "team", workerId: null }, false],
    ["social_worker", "work-referral", { teamId: "elsewhere", workerId: "me" }, true],
    ["social_worker", "work-referral", { teamId: "team", workerId: "other" }, false],
    ["social_worker", "accept-referral", { teamId: "team", workerId: "me" }, false],
    ["social_worker", "read-contact", { workerId: "me" }, true],
    ["social_worker", "read-contact", { workerId: "other" }, false],
    ["social_worker", "see-address", { workerId: "me" }, true],
    ["social_worker", "see-address", { workerId: null }, false],
    ["social_worker", "see-request", { workerId: "me" }, true],
    ["social_worker", "see-referrer", { workerId: "me" }, false],
    ["service_manager", "see-social-work", { teamId: "elsewhere" }, true],
    ["service_manager", "accept-referral", { teamId: "team" }, false],
    ["social_work_manager", "work-referral", { teamId: "team" }, true],
    ["social_work_manager", "work-referral", { teamId: "elsewhere" }, false],
    ["social_work_manager", "chair-strategy", { teamId: "team" }, true],
    ["social_work_manager", "chair-strategy", { teamId: "elsewhere" }, false],
    ["advice", "read-contact", { teamId: "team" }, true],
    ["advice", "read-contact", { teamId: "elsewhere" }, false],
    ["social_work_manager", "read-contact", { teamId: "team" }, true],
    ["social_work_manager", "read-contact", { teamId: "elsewhere", ownerId: "me" }, true],
    ["strategy_chair", "read-contact", { ownerId: "me" }, true],
    ["strategy_chair", "read-contact", { ownerId: "other" }, false],
    ["call_taker", "read-contact", { recordedById: "me" }, true],
    ["call_taker", "read-contact", { recordedById: "other" }, false],
    // A partner sees what its organisation was invited to, and nothing else of the contact.
    ["partner", "see-strategy", { invitedOrganisationIds: ["org"] }, true],
    ["partner", "see-strategy", { invitedOrganisationIds: ["elsewhere"] }, false],
    ["partner", "reply-strategy", { invitedOrganisationIds: ["org"] }, true],
    ["partner", "reply-strategy", { invitedOrganisationIds: [] }, false],
    ["partner", "read-contact", { invitedOrganisationIds: ["org"] }, false],
    ["partner", "see-referrer", { invitedOrganisationIds: ["org"] }, false],
    ["partner", "see-strategy", { invitedOrganisationIds: ["org"], bypassedOrganisationIds: ["org"] }, false],
    [
      "partner",
      "reply-strategy",
      { invitedOrganisationIds: ["org"], bypassedOrganisationIds: ["org"] },
      false,
    ],
    ["manager", "see-strategy", { bypassedOrganisationIds: ["org"] }, true],
    // An agency sees the question that was put to it.
    ["screener", "ask-agencies", { holderId: "me" }, true],
    ["screener", "ask-agencies", { holderId: "other" }, false],
    ["partner", "ask-agencies", { holderId: "me" }, false],
    ["social_work_manager", "see-request", { teamId: "team" }, true],
    ["social_work_manager", "see-request", { teamId: "elsewhere" }, false],
    ["call_taker", "see-request", { recordedById: "me" }, false],
    ["partner", "see-request", { askedOrganisationIds: ["org"] }, true],
    ["partner", "see-request", { askedOrganisationIds: ["elsewhere"] }, false],
    ["partner", "reply-request", { askedOrganisationIds: ["org"] }, true],
    ["partner", "reply-request", { invitedOrganisationIds: ["org"] }, false],
    ["partner", "reply-request", { askedOrganisationIds: ["org"], bypassedOrganisationIds: ["org"] }, false],
    ["manager", "reply-request", { askedOrganisationIds: ["org"] }, false],
    // What needs two people is never one.
    ["records_officer", "review-break-glass", { begunById: "other" }, true],
    ["records_officer", "review-break-glass", { begunById: "me" }, false],
    ["manager", "lift-restriction", { begunById: "other" }, true],
    ["manager", "lift-restriction", { begunById: "me" }, false],
    ["records_officer", "lift-restriction", { begunById: "me" }, false],
    ["administrator", "confirm-address", { begunById: "other" }, true],
    ["administrator", "confirm-address", { begunById: "me" }, false],
    // A worry about somebody does not exist for them, and glass is not broken for oneself.
    ["lado", "see-lado", { barredStaffIds: ["me"] }, false],
    ["lado", "see-lado", { barredStaffIds: ["other"] }, true],
    ["screener", "break-glass", { restricted: true }, true],
    ["screener", "break-glass", { restricted: true, barredStaffIds: ["me"] }, false],
    ["manager", "read-contact", { restricted: true, clearedStaffIds: ["me"], barredStaffIds: ["me"] }, false],
    ["analyst", "break-glass", { restricted: true }, false],
  ];
  for (const [who, verb, subject, allowed] of table) {
    test(`${who} ${allowed ? "may" : "may not"} ${verb} ${JSON.stringify(subject)}`, () => {
      assert.equal(may(staff(who), verb, subject), allowed);
    });
  }
});

test("a restricted subject exists for nobody but those who are cleared, whatever they are", () => {
  const everything: Subject = {
    holderId: "me",
    teamId: "team",
    ownerId: "me",
    recordedById: "me",
    invitedOrganisationIds: ["org"],
  };
  const all = staff([...roles]);
  for (const verb of permissionVerbs.filter((each) => each !== "break-glass")) {
    const open = may(all, verb, everything);
    assert.equal(may(all, verb, { ...everything, restricted: true }), false, verb);
    assert.equal(
      may(all, verb, { ...everything, restricted: true, clearedStaffIds: ["other"] }),
      false,
      verb,
    );
    assert.equal(may(all, verb, { ...everything, restricted: true, clearedStaffIds: ["me"] }), open, verb);
  }
});

test("what names somebody exists for them in no way, whatever they are and whoever cleared them", () => {
  const all = staff([...roles]);
  const named: Subject = { holderId: "me", clearedStaffIds: ["me"], barredStaffIds: ["me"] };
  for (const verb of permissionVerbs) assert.equal(may(all, verb, named), false, verb);
});

test("being cleared grants no verb by itself", () => {
  const cleared: Subject = { restricted: true, clearedStaffIds: ["me"] };
  for (const verb of permissionVerbs)
    assert.equal(may(staff("analyst"), verb, cleared), byRoleAlone[verb].includes("analyst"), verb);
});

test("somebody without a team has no team's work, even where a row has none either", () => {
  for (const teamId of [null, "team"]) {
    assert.equal(may(staff("social_work_manager", { teamId: null }), "accept-referral", { teamId }), false);
    assert.equal(may(staff("advice", { teamId: null }), "work-advice", { teamId }), false);
  }
});

test("somebody who is not signed in may do nothing, and the process itself is not asked", () => {
  const nobody: Actor = { kind: "public" };
  for (const verb of permissionVerbs) {
    assert.equal(may(nobody, verb, { restricted: true, clearedStaffIds: ["me"] }), false);
    assert.equal(may(staff([]), verb, {}), false);
    assert.equal(may({ kind: "system", process: "relay" }, verb, { restricted: true }), true);
  }
});
