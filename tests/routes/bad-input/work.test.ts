import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { Role, StaffActor } from "#domain/actor";
import type { Outcome } from "#domain/outcome";
import { formWith, hiddenOf, postForm, readPage, refusesAll, type Reader } from "../../support/bad-forms.ts";
import { inMarkup, kept, packed } from "../../support/bad-strings.ts";
import { aChild, sendContact } from "../../support/contacts.ts";
import { agreeAll, recommendAll, routeAll } from "../../support/deciding.ts";
import { filledIn, formsOn } from "../../support/html-forms.ts";
import { openCase } from "../../support/open-case.ts";
import { ownerOf } from "../../support/queue.ts";
import { startSite, type Site } from "../../support/site.ts";
import { addStaff, addTeam, signedIn, type Place } from "../../support/staff.ts";

let site: Site;
let owner: postgres.Sql;
const actors = new Map<string, StaffActor>();
const readers = new Map<string, Reader>();

before(async () => {
  site = await startSite();
  site.at(new Date("2026-11-24T10:00:00Z"));
  owner = ownerOf(site);
  const join = async (name: string, role: Role, place: Place) => {
    const actor = await addStaff(site.context, [role], { place, name });
    actors.set(name, actor);
    readers.set(name, { url: site.url, cookie: await signedIn(site.context, actor) });
  };
  const hub = await addTeam(site.context);
  await join("screener", "screener", hub);
  await join("manager", "manager", hub);
  await join("chair", "strategy_chair", hub);
  await join("adviser", "advice", await addTeam(site.context, { purpose: "advice" }));
  await join("coordinator", "advice", await addTeam(site.context, { purpose: "family_caf" }));
  await join("social", "social_work_manager", await addTeam(site.context, { purpose: "social_work" }));
  await join("police", "partner", await addTeam(site.context, { kind: "police", purpose: "partner" }));
  await join("nurse", "partner", await addTeam(site.context, { kind: "health", purpose: "partner" }));
});
after(async () => {
  await owner.end();
  assert.deepEqual(site.faults, []);
  await site.close();
});

const found = <T>(from: ReadonlyMap<string, T>, name: string): T => {
  const one = from.get(name);
  assert.ok(one, name);
  return one;
};
const as = (name: string) => found(readers, name);
const actor = (name: string) => found(actors, name);

/** Each of these texts stands on a page of its own piece of work. */
const [lines, boxes] = [packed(200), packed(3_000)];

/** Decided work for this many children of one contact: the ids of what an outcome made. */
async function workFor(
  outcome: Outcome,
  children: number,
  over: Record<string, unknown> = {},
): Promise<string[]> {
  const contact = await sendContact(site.context, {
    children: Array.from({ length: children }, (_, index) => aChild({ firstName: `Child ${index}` })),
  });
  if (outcome === "already_open")
    for (const childId of contact.childIds)
      await openCase(site.context, owner, { childId, saidBy: actor("screener").id });
  await recommendAll(site.context, owner, actor("screener"), contact, outcome, over);
  await routeAll(site.context, await agreeAll(site.context, owner, actor("manager"), contact));
  const made =
    outcome === "strategy_discussion"
      ? await owner`select id from strategy_discussion where contact_id = ${contact.id}`
      : await owner`select id from pathway where contact_id = ${contact.id} order by id`;
  return made.map((row) => row["id"] as string);
}

type Work = { outcome: Outcome; who: string; at: (id: string) => string; forms: readonly string[] };

/** Who writes what on each kind of work; the forms that end it come last. */
const kinds: readonly Work[] = [
  {
    outcome: "advice",
    who: "adviser",
    at: (id) => `/advice/${id}`,
    forms: ["call", "safe-calling", "step-up", "advice"],
  },
  {
    ...{ outcome: "family_caf", who: "coordinator", at: (id) => `/advice/${id}` },
    forms: ["call", "safe-calling", "agreement", "lead", "step-up", "family-contact"],
  },
  {
    ...{ outcome: "assessment", who: "social", at: (id) => `/social-work/${id}` },
    forms: ["allocation", "consent", "child-seen", "review", "assessment", "ending"],
  },
  { outcome: "transfer", who: "screener", at: () => "/hub/handed-over", forms: ["receipt"] },
  { outcome: "already_open", who: "screener", at: () => "/hub/handed-over", forms: ["acknowledgement"] },
];
const accepted = async ({ who, at, outcome }: Work, id: string) => {
  if (outcome === "transfer" || outcome === "already_open") return;
  const form = formWith(await readPage(as(who), at(id)), at(id), { do: "accept" });
  assert.equal((await postForm(as(who), form, new URLSearchParams(hiddenOf(form)))).status, 303);
};

describe("bad strings in the forms on decided work", () => {
  for (const kind of kinds) {
    test(`${kind.outcome}: refused and shown again`, async () => {
      const [id = ""] = await workFor(kind.outcome, 1);
      await accepted(kind, id);
      const at = kind.at(id);
      const fields = await refusesAll(as(kind.who), at, await readPage(as(kind.who), at));
      assert.ok(fields >= kind.forms.length, `${fields} fields`);
    });

    test(`${kind.outcome}: kept and shown exactly`, async () => {
      const { who } = kind;
      for (const [index, id] of (await workFor(kind.outcome, boxes.length)).entries()) {
        await accepted(kind, id);
        for (const what of kind.forms) {
          const form = formWith(await readPage(as(who), kind.at(id)), kind.at(id), { do: what, id });
          const write = (name: string, long: boolean) =>
            (long ? boxes[index] : lines[(index * 5 + name.length) % lines.length]) ?? "";
          // A worker is chosen or named, and not both.
          const choose = { workerId: "" };
          const body = filledIn(form, { write, date: "2026-11-24", time: "9am", choose });
          const sent = await postForm(as(who), form, body);
          assert.equal(sent.status, 303, `${what}: ${problemsOn(sent.text)}`);
          const shown = await readPage(as(who), sent.location ?? "");
          if (kind.at(id) === "/hub/handed-over") continue;
          for (const text of new Set(form.texts.map(({ name, long }) => write(name, long))))
            assert.ok(shown.text.includes(inMarkup(kept(text))), `${what} does not show ${text}`);
        }
      }
    });
  }
});

const problemsOn = (html: string) => /error-summary__list">(.*?)<\/ul>/s.exec(html)?.[1] ?? "refused";

describe("bad strings in a strategy discussion", () => {
  const called = async (children: number) => {
    const invited = [actor("police").organisationId, actor("nurse").organisationId];
    const [id = ""] = await workFor("strategy_discussion", children, { invited });
    return id;
  };

  test("are refused and shown again, to the chair and to a partner", async () => {
    const at = `/strategy/${await called(2)}`;
    const chair = await refusesAll(as("chair"), at, await readPage(as("chair"), at));
    assert.ok(chair > 15, `${chair} fields of the chair`);
    const partner = await refusesAll(as("police"), at, await readPage(as("police"), at));
    assert.ok(partner >= 3, `${partner} fields of a partner`);
  });

  test("are kept and shown exactly, in what is told, done and recorded", async () => {
    const id = await called(boxes.length);
    const at = `/strategy/${id}`;
    const send = async (who: string, what: string, write: (name: string, long: boolean) => string) => {
      const form = formWith(await readPage(as(who), at), at, { do: what });
      const choose = { organisationId: actor("police").organisationId, answer: "coming" };
      const body = filledIn(form, { write, date: "2026-11-24", time: "9:15am", choose });
      const sent = await postForm(as(who), form, body);
      assert.equal(sent.status, 303, `${what}: ${problemsOn(sent.text)}`);
      const shown = await readPage(as("chair"), at);
      for (const { name, long } of form.texts) {
        const text = write(name, long);
        assert.ok(shown.text.includes(inMarkup(kept(text))), `${what} does not show ${name}: ${text}`);
      }
    };
    for (const text of boxes) await send("police", "inform", () => text);
    for (const text of lines.slice(0, 12)) await send("chair", "action", () => text);
    await send("chair", "record", (name, long) => {
      const child = Number(/^child-(\d+)-/.exec(name)?.[1] ?? 0);
      return (long ? boxes[child % boxes.length] : lines[child]) ?? "";
    });
    assert.equal(formsOn((await readPage(as("chair"), at)).text, at).length > 0, true);
  });
});
