import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { writeOwnCopy } from "#app/http/own-copy";
import { defaultSettings } from "#domain/settings";
import type { OwnCopy } from "#services/senders/read-own-copy";
import { readPdf } from "../../support/pdf.ts";

const at = new Date("2026-11-23T10:00:00Z");
const page = (title: string, ...entries: [label: string, value: string][]) => ({
  ...{ questionId: "x", wordingVersion: 1, title, item: null },
  entries: entries.map(([label, value]) => ({ label, value })),
});
const copy: OwnCopy = {
  ...{ takenAt: at, language: "en", added: [] },
  became: { reference: "7KQ4M2XD", receivedAt: at, decideBy: at, stage: "looking", outcome: null },
  pages: [page("About the child", ["First name", "Łukasz"], ["Last name", "Ελένη"])],
  yours: [page("About you", ["Your name", "Jo Reed"])],
};
const became = (facts: Partial<OwnCopy["became"]>) => ({ ...copy, became: { ...copy.became, ...facts } });
const read = async (of: OwnCopy) => readPdf(await writeOwnCopy(of, defaultSettings));

describe("a sender's own copy", () => {
  test("says to programs what a screen reader needs, and nothing of anybody", async () => {
    const { open } = await read(copy);
    for (const said of [
      "/MarkInfo",
      "/Marked true",
      "/Lang (en)",
      "/DisplayDocTitle true",
      "(Copy of form 7KQ4 M2XD)",
      "<pdfuaid:part>1</pdfuaid:part>",
      "/PageMode /UseOutlines",
    ])
      assert.ok(open.includes(said), said);
    for (const name of ["Łukasz", "Ελένη", "Jo Reed"])
      for (const form of ["latin1", "utf8"] as const)
        assert.ok(!open.includes(Buffer.from(name).toString(form)), name);
  });

  test("is one tree of headings and lists, with a bookmark for each heading", async () => {
    const { open } = await read(copy);
    const tags = [...open.matchAll(/^\/S \/(\w+)$/gm)].map(([, tag = ""]) => tag);
    const count = (tag: string) => tags.filter((one) => one === tag).length;
    assert.match(open, /\/StructTreeRoot \d+ 0 R/);
    assert.deepEqual(["Document", "H1", "H2", "L"].map(count), [1, 1, 2, 3]);
    assert.deepEqual(["LI", "Lbl", "LBody"].map(count), [7, 7, 7], "four of the form, three of its answers");
    for (const title of ["About the child", "About you"])
      assert.ok(open.includes(`/Title (${title})`), title);
  });

  test("draws what was written, in the scripts that names here have", async () => {
    const { text } = await read(copy);
    for (const said of ["Copy of form 7KQ4 M2XD", "Łukasz", "Ελένη", "Jo Reed", "page 1 of 1"])
      assert.ok(text.includes(said), said);
    assert.doesNotMatch(text, /What was decided/);
    const long = await read({ ...copy, pages: [page("What happened?", ["", "A bruise. ".repeat(600)])] });
    assert.match(long.text, /page 2 of 2/);
    assert.equal(long.text.match(/bruise\./g)?.length, 600, "none is lost between two pages");
  });

  test("keeps words from right to left in their order, for the eye and for whoever hears them", async () => {
    const { open, text } = await read({ ...copy, pages: [page("Who", ["Name", "Is محمد علي here?"])] });
    assert.ok(text.includes([..."محمد\u00a0علي"].reverse().join("")), "drawn from the left");
    const actual = Buffer.from("\ufeffIs محمد علي here?", "utf16le").swap16().toString("latin1");
    assert.ok(open.includes(`/ActualText (${actual})`));
  });

  test("shows what was chosen in the words in which it was, and what was written as it was", async () => {
    const asked = { title: "O dziecku", labels: ["Płeć", "Imię"], chosen: ["Dziewczynka", null] };
    const of = { ...page("About the child", ["Sex", "Female"], ["First name", "Łukasz"]), asked };
    const drawn = async (language: OwnCopy["language"]) =>
      (await read({ ...copy, language, pages: [of] })).text;
    const polish = await drawn("pl");
    for (const said of ["O dziecku", "Płeć", "Dziewczynka", "Łukasz"]) assert.ok(polish.includes(said), said);
    assert.doesNotMatch(polish, /Female/);
    assert.match(await drawn("en"), /Female/);
  });

  test("says so where a letter cannot be shown", async () => {
    const { text } = await read({ ...copy, pages: [page("Who", ["Name", "王小明\r\n\u0007!"])] });
    assert.match(text, /□□□ !/);
    assert.match(text, /Each stands as □\./);
    assert.doesNotMatch((await read(copy)).text, /□/);
  });

  test("tells the outcome to those who may read it, and whom to call to the others", async () => {
    const told = await read(became({ stage: "decided", outcome: ["A social worker will assess."] }));
    assert.match(told.text, /What was decided.*A social worker will assess\./);
    const kept = await read(became({ stage: "decided", outcome: null }));
    assert.match(kept.text, /We tell you this on the phone.*01234 567 890/);
  });
});
