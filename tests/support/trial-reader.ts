import assert from "node:assert/strict";
import { trialLanguage, type Audience } from "#domain/intake";
import { journeys, listAnswerId } from "#domain/journeys";
import { answerTo, itemsOf, type Answer, type Answers } from "#domain/questions/answers";
import type { Context } from "#services/context";
import { saveAnswer } from "#services/drafts/save-answer";
import { startDraft } from "#services/drafts/start-draft";
import { englishIn } from "./english-in.ts";
import { ask, type Answer as HttpAnswer } from "./http-client.ts";

/** The cookie of a browser that reads the trial language. */
export const chosen = `language=${trialLanguage}`;

/** Names and numbers of the settings, which nobody translates. */
export function ofSettings({ settings }: Context): string[] {
  const { authorityName, phones, helplines, neighbours } = settings;
  return [
    ...[authorityName, phones.day, phones.night],
    ...[...helplines, ...neighbours].flatMap(({ name, number }) => [name, number]),
  ];
}

/** A form with these answers, kept as its pages would. */
export async function keptForm(context: Context, journey: Audience, answers: Answers) {
  const form = await startDraft(context, { journey, language: trialLanguage });
  const save = (questionId: string, answer: Answer, item?: number) =>
    saveAnswer(context, { ...form, questionId, answer, ...(item === undefined ? {} : { item }) });
  for (const { id } of journeys[journey]) {
    for (const { item, answer } of itemsOf(answers, id)) await save(id, answer, item);
    for (const name of [id, listAnswerId(id)]) {
      const answer = answerTo(answers, name);
      if (answer !== null) await save(name, answer);
    }
  }
  return { at: `/f/${form.draftId}`, secret: form.secret, cookie: `draft=${form.secret}; ${chosen}` };
}

/** Somebody who reads the trial language and understands no word of English. */
export const trialReader = (site: { url: string; context: Context }) => ({
  get: (path: string, cookie = chosen) => ask(site, path, { cookie }),
  post: (path: string, form: Record<string, string>, cookie = chosen) => ask(site, path, { cookie, form }),
  kept: (journey: Audience, answers: Answers) => keptForm(site.context, journey, answers),
  /** @param data what no catalogue holds: names, numbers and what was typed */
  understands: (page: HttpAnswer, what: string, data: readonly string[] = []) => {
    assert.match(page.text, /<html lang="ar-XB" dir="rtl"/, what);
    assert.deepEqual(englishIn(page.text, [...ofSettings(site.context), ...data]), [], what);
  },
});
