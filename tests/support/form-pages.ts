import assert from "node:assert/strict";
import type { Locator, Page } from "playwright";
import type { Audience } from "#domain/intake";
import { journeys, listAnswerId, pageOf, questionAt } from "#domain/journeys";
import { answerTo, fieldOf, itemsOf, ticksOf, type Answer, type Answers } from "#domain/questions/answers";
import {
  askedFields,
  datePartsOf,
  textsOf,
  type Field,
  type Question,
  type QuestionTexts,
} from "#domain/questions/question";
import { answerWords } from "#domain/wording/answers";
import { senderWords } from "#domain/wording/sender";
import { siteWords } from "#domain/wording/site";

export const professional = journeys.professional;

export const textsFor = (question: Question, audience: Audience = "professional") =>
  textsOf(question, audience, "en");

/** Where a browser is in a form, from its address. */
export function placeIn(page: Page): { draft: string; at: string; item: string | null } {
  const [, , draft = "", at = "", item = null] = new URL(page.url()).pathname.split("/");
  return { draft, at, item };
}

const questionOn = (page: Page): Question | null => questionAt(professional, Number(placeIn(page).at) || 0);

export const pressContinue = (page: Page): Promise<void> =>
  page.getByRole("button", { name: siteWords.en.continue, exact: true }).click();

/**
 * Fills in one page as somebody who reads it: every field is found by what it is called, never by its id, so a label
 * that is missing or belongs to another field fails here.
 */
export async function fillIn(
  page: Page,
  question: Question,
  answer: Answer,
  audience?: Audience,
): Promise<void> {
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  const texts = textsFor(question, audience);
  for (const field of askedFields(question.fields, answer)) {
    await fillField(page, texts, field, answer, title);
  }
}

async function fillField(page: Page, texts: QuestionTexts, field: Field, answer: Answer, title: string) {
  const { label = title, options = {} } = texts.fields[field.name] ?? {};
  const group = page.getByRole("group", { name: label, exact: true });
  const value = fieldOf(answer, field.name);
  switch (field.kind) {
    case "date":
      for (const [index, name] of datePartsOf(field.name).entries()) {
        const box = Object.values(answerWords.en.date)[index] ?? "";
        await group.getByLabel(box, { exact: true }).and(named(page, name)).fill(fieldOf(answer, name));
      }
      return;
    case "radios":
      if (value === "") return;
      await option(group, "radio", options[value] ?? "", field.name).check();
      return;
    case "checkboxes":
      for (const tick of ticksOf(answer, field.name)) {
        await option(group, "checkbox", options[tick] ?? "", field.name).check();
      }
      return;
    case "select":
      await page.getByLabel(label, { exact: true }).and(named(page, field.name)).selectOption(value);
      return;
    default:
      await page.getByLabel(label, { exact: true }).and(named(page, field.name)).fill(value);
  }
}

const named = (page: Page, name: string): Locator => page.locator(`[name="${name}"]`);

const option = (group: Locator, role: "radio" | "checkbox", name: string, field: string): Locator =>
  group.getByRole(role, { name, exact: true }).and(group.page().locator(`[name="${field}"]`));

/** Answers "another?" under a list: yes while there is more to add. */
async function endOrAdd(page: Page, question: Question, answers: Answers, added: number): Promise<void> {
  const { list } = textsFor(question);
  assert.ok(list, question.id);
  const [yes] = question.repeats !== undefined && "asks" in question.repeats ? question.repeats.asks : [];
  const end = fieldOf(answerTo(answers, listAnswerId(question.id)), "another");
  const chosen = itemsOf(answers, question.id).length > added ? (yes ?? "") : end;
  await page
    .getByRole("group", { name: list.another, exact: true })
    .getByLabel(list.options[chosen] ?? "", { exact: true })
    .check();
}

/**
 * Fills in page after page until the check page, a page that `until` names, or the stop page comes.
 * @returns the title of every page that was seen
 */
export async function fillInUntil(page: Page, answers: Answers, until = "check"): Promise<string[]> {
  const seen: string[] = [];
  const added = new Map<string, number>();
  const last = /^\d+$|^check$/.test(until) ? until : String(pageOf(professional, until));
  while (placeIn(page).at !== last && placeIn(page).at !== "stop") {
    if (placeIn(page).at === "email") {
      seen.push(await page.getByRole("heading", { level: 1 }).innerText());
      await page.getByRole("link", { name: senderWords.en.code.skip, exact: true }).click();
      continue;
    }
    const question = questionOn(page);
    assert.ok(question, `${page.url()} is no page of the form`);
    seen.push(await page.getByRole("heading", { level: 1 }).innerText());
    assert.ok(seen.length < 40, `the form goes round: ${seen.join(" > ")}`);
    const sofar = added.get(question.id) ?? 0;
    if (question.repeats === undefined) {
      await fillIn(page, question, answerTo(answers, question.id) ?? {});
    } else if (placeIn(page).item === null) {
      await endOrAdd(page, question, answers, sofar);
    } else {
      const item = itemsOf(answers, question.id)[sofar];
      assert.ok(item, `${question.id} asks for more entries than there are`);
      await fillIn(page, question, item.answer);
      added.set(question.id, sofar + 1);
    }
    const before = page.url();
    await pressContinue(page);
    assert.notEqual(page.url(), before, `refused: ${await page.locator("main").innerText()}`);
  }
  return seen;
}
