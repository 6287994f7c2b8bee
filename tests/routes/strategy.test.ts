import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { Role, StaffActor } from "#domain/actor";
import { aChild, sendContact } from "../support/contacts.ts";
import { agreeAll, recommendAll, routeAll } from "../support/deciding.ts";
import { ask, type Answer } from "../support/http-client.ts";
import { ownerOf } from "../support/queue.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, addTeam, signedIn, type Place } from "../support/staff.ts";

let site: Site;
let owner: postgres.Sql;
let screener: StaffActor;
let manager: StaffActor;
let police: StaffActor;
let nurse: StaffActor;
let socialWork: Place;
const cookies: Record<string, string> = {};

before(async () => {
  site = await startSite();
  site.at(new Date("2026-11-24T10:00:00Z"));
  owner = ownerOf(site);
  const { context } = site;
  const join = async (key: string, role: Role, place: Place) => {
    const actor = await addStaff(context, [role], { place, name: key });
    cookies[key] = await signedIn(context, actor);
    return actor;
  };
  const hub = await addTeam(context);
  screener = await join("screener", "screener", hub);
  manager = await join("manager", "manager", hub);
  await join("chair", "strategy_chair", hub);
  socialWork = await addTeam(context, { purpose: "social_work" });
  const partner = async (key: string, kind: "police" | "health" | "education") =>
    join(key, "partner", await addTeam(context, { kind, purpose: "partner" }));
  police = await partner("police", "police");
  nurse = await partner("nurse", "health");
  await partner("school", "education");
});
after(async () => {
  await owner.end();
  await site.close();
});

const called = async (): Promise<string> => {
  const children = [aChild(), aChild({ firstName: "Sol" })];
  const contact = await sendContact(site.context, { children });
  const invited = [police.organisationId, nurse.organisationId];
  await recommendAll(site.context, owner, screener, contact, "strategy_discussion", { invited });
  await routeAll(site.context, await agreeAll(site.context, owner, manager, contact));
  const [row] = await owner`select id from strategy_discussion where contact_id = ${contact.id}`;
  return row?.["id"] as string;
};
const get = (who: string, path: string) => ask(site, path, { cookie: cookies[who] });
const hiddenIn = (page: Answer, name: string): Record<string, string> => {
  const start = page.text.indexOf(`name="do" value="${name}"`);
  assert.ok(start > 0, `${name} is not on the page (${page.status})`);
  const form = page.text.slice(page.text.lastIndexOf("<form", start), page.text.indexOf("</form>", start));
  assert.ok(!/ checked=/.test(form), "nothing is chosen beforehand");
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, key = "", value = ""]) => [key, value],
    ),
  );
};
const send = async (who: string, id: string, name: string, answers: Record<string, string>) => {
  const hidden = hiddenIn(await get(who, `/strategy/${id}`), name);
  return ask(site, `/strategy/${id}`, { cookie: cookies[who], form: { ...hidden, ...answers } });
};

const child = (index: number, over: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({ seen: "By a teacher", said: "Nothing & more", risk: "High", ...over }).map(
      ([field, value]) => [`child-${index}-${field}`, value],
    ),
  );
/** Who sees the child, where and by when. */
const seen = () => ({
  ...{ seer: "T. Osei", seeFor: police.organisationId, seeWhere: "At school", seeAt: "3pm" },
  ...{ "seeOn-day": "24", "seeOn-month": "11", "seeOn-year": "2026" },
});
const held = {
  "startedOn-day": "24",
  "startedOn-month": "11",
  "startedOn-year": "2026",
  startedAt: "9:15am",
  endedAt: "9:50am",
  whyMet: "Bruises nobody explains",
  whoTells: "R. Hall, today",
  medicalNeeded: "no",
  otherChildren: "There are none",
  tonight: "Ring the out-of-hours team",
  ...Object.fromEntries(
    [0, 1, 2].flatMap((index) => [
      [`attendee-${index}-who`, "Somebody of theirs"],
      [`attendee-${index}-how`, "phone"],
    ]),
  ),
};

describe("the pages of a strategy discussion", () => {
  test("an invited partner finds it, answers and tells; another partner finds nothing", async () => {
    const id = await called();
    const home = await get("police", "/partner");
    assert.equal(home.status, 200);
    assert.match(home.text, new RegExp(`/strategy/${id}`));
    assert.match(home.text, /waits for your answer/);
    const answered = await send("police", id, "answer", {
      ...{ answer: "coming", comingName: "DS Cole", comingHow: "phone" },
    });
    assert.equal(answered.status, 303);
    assert.match((await get("police", `/strategy/${id}`)).text, /Coming: DS Cole, by phone, said police/);
    const told = await send("police", id, "inform", { knows: "Two call-outs" });
    assert.equal(told.status, 303);
    assert.match((await get("chair", `/strategy/${id}`)).text, /Two call-outs/);
    assert.doesNotMatch((await get("nurse", `/strategy/${id}`)).text, /Two call-outs/);
    assert.equal((await get("school", `/strategy/${id}`)).status, 404);
    assert.doesNotMatch((await get("school", "/partner")).text, new RegExp(id));
  });

  test("a partner is offered no form of the chair, and is refused when they send one", async () => {
    const id = await called();
    const page = await get("police", `/strategy/${id}`);
    assert.doesNotMatch(page.text, /value="(record|arrange|invite|action|lock|next|outcome)"/);
    const form = { do: "arrange", version: "1", formKey: "x" };
    const refused = await ask(site, `/strategy/${id}`, { cookie: cookies["police"], form });
    assert.ok([403, 404].includes(refused.status), String(refused.status));
  });

  test("a chair says whose information it is: none chosen is not their own, and every problem is said at once", async () => {
    const id = await called();
    const refused = await send("chair", id, "inform", { organisationId: "", knows: "" });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Choose an organisation that is invited/);
    assert.match(refused.text, /Say what your organisation knows/);
    // Somebody of social care, whose own organisation is invited too.
    const [before] = await owner`select count(*)::int as n from strategy_information`;
    const own = await addStaff(site.context, ["strategy_chair"], { place: socialWork });
    const page = await ask(site, `/strategy/${id}`, { cookie: await signedIn(site.context, own) });
    const form = { ...hiddenIn(page, "inform"), organisationId: "", knows: "Two call-outs" };
    const unsaid = await ask(site, `/strategy/${id}`, { cookie: await signedIn(site.context, own), form });
    assert.equal(unsaid.status, 422);
    const [after_] = await owner`select count(*)::int as n from strategy_information`;
    assert.equal(after_?.["n"], before?.["n"]);
  });

  test("the chair sets the time, and what was typed wrongly is shown again with every problem", async () => {
    const id = await called();
    const wrong = await send("chair", id, "arrange", {
      "meetingOn-day": "31",
      "meetingOn-month": "2",
      meetingAt: "late",
    });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Enter a real date/);
    assert.match(wrong.text, /value="late"/);
    assert.match(wrong.text, /<title>Error: /);
    const [chair] = await owner`select id from staff where name = 'chair'`;
    const set = await send("chair", id, "arrange", {
      "meetingOn-day": "24",
      "meetingOn-month": "November",
      "meetingOn-year": "2026",
      meetingAt: "1:30pm",
      chairId: chair?.["id"] as string,
    });
    assert.equal(set.status, 303);
    assert.match((await get("chair", `/strategy/${id}`)).text, /Starts today 1:30pm/);
  });

  test("the record names each child's problems, keeps the words, and is locked once it finds", async () => {
    const id = await called();
    const present = [socialWork.organisationId, police.organisationId, nurse.organisationId];
    const body = (answers: Record<string, string>, hidden: Record<string, string>) => {
      const form = new URLSearchParams({ ...hidden, ...held, ...answers });
      for (const one of present) form.append("present", one);
      return form;
    };
    const post = async (answers: Record<string, string>) =>
      ask(site, `/strategy/${id}`, {
        cookie: cookies["chair"],
        form: body(answers, hiddenIn(await get("chair", `/strategy/${id}`), "record")),
      });
    const half = await post(child(0, { finding: "joint", because: "Harm", ...seen() }));
    assert.equal(half.status, 422);
    assert.match(half.text, /Sol Okafor: say what the child said/);
    assert.match(half.text, /Nothing &amp; more/);
    const whole = await post({
      ...child(0, { finding: "joint", because: "Harm", ...seen() }),
      ...child(1, { finding: "none", because: "Was away" }),
    });
    assert.equal(whole.status, 303, whole.text.slice(0, 200));
    const page = await get("police", `/strategy/${id}`);
    assert.match(page.text, /Section 47 enquiry, jointly with the police/);
    assert.doesNotMatch((await get("chair", `/strategy/${id}`)).text, /value="record"/);
    assert.match(page.text, /See Mary Okafor: At school/);
    assert.match((await get("police", "/partner")).text, /See Mary Okafor: At school/);

    const early = await send("chair", id, "lock", { lockedBecause: "" });
    assert.equal(early.status, 422);
    assert.match(early.text, /Say why it is locked although these do not agree yet/);
    assert.equal(
      (await send("police", id, "agree", { agreement: "agrees", agreedName: "DI Shah" })).status,
      303,
    );
    const unasked = { do: "lock", version: "1", formKey: "x", lockedBecause: "Because" };
    const partner = await ask(site, `/strategy/${id}`, { cookie: cookies["police"], form: unasked });
    assert.ok([403, 404].includes(partner.status), String(partner.status));
    assert.equal((await send("chair", id, "lock", { lockedBecause: "Health is on nights" })).status, 303);
    const locked = await get("nurse", `/strategy/${id}`);
    assert.match(locked.text, /Why before everybody agreed: (?:<!-- -->)?Health is on nights/);
    const again = await ask(site, `/strategy/${id}`, { cookie: cookies["chair"], form: unasked });
    assert.equal(again.status, 422);
  });

  test("a lock that is posted before it was held, or with nobody's reason, locks nothing", async () => {
    const id = await called();
    for (const lockedBecause of ["", "Because I say so"]) {
      const form = { do: "lock", version: "1", formKey: "x", lockedBecause };
      const refused = await ask(site, `/strategy/${id}`, { cookie: cookies["chair"], form });
      assert.equal(refused.status, 422);
      assert.match(refused.text, /was not held yet/);
    }
    const [row] = await owner`select locked_at from strategy_discussion where id = ${id}`;
    assert.equal(row?.["locked_at"], null);
  });

  test("a form from an old page is answered with 409, and its words are still there", async () => {
    const id = await called();
    const [chair] = await owner`select id from staff where name = 'chair'`;
    const answers = {
      "meetingOn-day": "24",
      "meetingOn-month": "11",
      "meetingOn-year": "2026",
      meetingAt: "1:45pm",
      chairId: chair?.["id"] as string,
    };
    const old = hiddenIn(await get("chair", `/strategy/${id}`), "arrange");
    await send("manager", id, "arrange", { ...answers, meetingAt: "2pm" });
    const late = await ask(site, `/strategy/${id}`, {
      cookie: cookies["chair"],
      form: { ...old, ...answers },
    });
    assert.equal(late.status, 409);
    assert.match(late.text, /value="1:45pm"/);
    assert.match(late.text, /changed while you were writing/);
  });
});
