import assert from "node:assert/strict";
import { allInOne, executedIn, heldBy, shownAgain } from "./bad-strings.ts";
import { formsOn, type HtmlForm } from "./html-forms.ts";
import { ask, type Answer } from "./http-client.ts";

/** Somebody with a session, at one site. */
export type Reader = { url: string; cookie: string };

/** A page that is there and runs nothing that anybody typed. */
export async function readPage(reader: Reader, path: string): Promise<Answer> {
  const page = await ask(reader, path, { cookie: reader.cookie });
  assert.equal(page.status, 200, `${path} answered ${page.status}`);
  assert.deepEqual(executedIn(page.text), [], path);
  return page;
}

export async function postForm(
  reader: Reader,
  { action }: Pick<HtmlForm, "action">,
  body: URLSearchParams,
): Promise<Answer> {
  const answer = await ask(reader, action, { cookie: reader.cookie, form: body });
  assert.ok(answer.status < 500, `${action} answered ${answer.status}`);
  assert.deepEqual(executedIn(answer.text), [], action);
  return answer;
}

export const hiddenOf = ({ hidden }: HtmlForm): [string, string][] =>
  hidden.map(([name, value]) => [name, value]);

/** The form of a page whose hidden fields have these values. */
export function formWith(page: Answer, at: string, values: Readonly<Record<string, string>>): HtmlForm {
  const found = formsOn(page.text, at).find((form) =>
    Object.entries(values).every(([name, value]) =>
      form.hidden.some(([one, given]) => one === name && given === value),
    ),
  );
  assert.ok(found, `no form with ${JSON.stringify(values)} on ${at} (${page.status})`);
  return found;
}

/**
 * Posts every text field of every form on a page with all the bad strings and nothing chosen: each form is refused,
 * says so beside each field, and each field holds what was typed.
 * @param also sent with every form
 * @returns how many fields were tried
 */
export async function refusesAll(
  reader: Reader,
  at: string,
  page: Answer,
  also: readonly [string, string][] = [],
): Promise<number> {
  const forms = formsOn(page.text, at);
  for (const form of forms) {
    // A body may hold a megabyte, and the list fills 40 KB of it: a dozen fields at a time.
    for (let from = 0; from < form.texts.length; from += 12) {
      const names = form.texts.slice(from, from + 12).map(({ name }) => name);
      const body = new URLSearchParams([...hiddenOf(form), ...also]);
      for (const name of names) body.append(name, allInOne);
      const answer = await postForm(reader, form, body);
      assert.ok([400, 422].includes(answer.status), `${form.action} answered ${answer.status}`);
      for (const name of names) {
        const told = `${form.action} ${body.get("do") ?? ""} ${name}`;
        assert.ok(heldBy(answer.text, name).includes(shownAgain(allInOne)), `${told} is not kept`);
        assert.ok(marksField(answer.text, name), `${told}: nothing is said beside the field`);
      }
    }
  }
  return forms.flatMap(({ texts }) => texts).length;
}

const marksField = (html: string, name: string): boolean =>
  [...html.matchAll(/<(?:input|textarea)\b[^>]*>/g)].some(
    ([tag]) => tag.includes(` name="${name}"`) && tag.includes("--error"),
  );
