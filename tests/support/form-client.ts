import assert from "node:assert/strict";
import { journeys, listAnswerId, pageOf, type Journey } from "#domain/journeys";
import { itemsOf, answerTo, type Answer, type Answers } from "#domain/questions/answers";
import { ask, type Answer as HttpAnswer } from "./http-client.ts";

/** A form filled in without a browser: what it posts is what a browser would post. */
export type FormClient = {
  draft: string;
  cookie: string;
  get: (place: string) => Promise<HttpAnswer>;
  post: (place: string, form: URLSearchParams | Record<string, string>) => Promise<HttpAnswer>;
};

const { professional } = journeys;
export const placeOf = (questionId: string, item?: number, journey: Journey = professional): string =>
  [pageOf(journey, questionId), item].filter((part) => part !== undefined).join("/");

export async function startForm(site: { url: string }, start = "/report/professional"): Promise<FormClient> {
  const begun = await ask(site, start, { form: {} });
  assert.equal(begun.status, 303, begun.text);
  const [, draft = ""] = /^\/f\/([^/]+)\/1$/.exec(begun.location ?? "") ?? [];
  const cookie = begun.headers["set-cookie"]?.[0]?.split(";", 1)[0] ?? "";
  assert.ok(draft !== "" && cookie !== "", `${begun.location}`);
  return clientFor(site, draft, cookie);
}

/** The same for a form that is there already. */
export const clientFor = (site: { url: string }, draft: string, cookie: string): FormClient => ({
  draft,
  cookie,
  get: (place) => ask(site, `/f/${draft}/${place}`, { cookie }),
  post: (place, form) => ask(site, `/f/${draft}/${place}`, { cookie, form }),
});

/** The body that a browser would send for an answer. */
export function bodyOf(answer: Answer): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(answer)) {
    for (const each of typeof value === "string" ? [value] : value) body.append(name, each);
  }
  return body;
}

/** Posts every page up to a question (itself not), or the whole form; each page has to be taken. */
export async function fillForm(
  form: FormClient,
  answers: Answers,
  until?: string,
  journey: Journey = professional,
): Promise<void> {
  const post = async (place: string, answer: Answer) => {
    const taken = await form.post(place, bodyOf(answer));
    assert.equal(taken.status, 303, `${place}: ${taken.status} ${taken.text}`);
  };
  for (const question of journey) {
    if (question.id === until) return;
    if (!question.appliesTo(answers)) continue;
    const place = (item?: number) => placeOf(question.id, item, journey);
    if (question.repeats === undefined) {
      await post(place(), answerTo(answers, question.id) ?? {});
      continue;
    }
    const another = answerTo(answers, listAnswerId(question.id));
    // Some ask for another under the last entry, some on a page of the list.
    const onEntry = "onEntry" in question.repeats ? another : null;
    for (const { item, answer } of itemsOf(answers, question.id))
      await post(place(item), { ...answer, ...onEntry });
    if (onEntry !== null) continue;
    if (another !== null) await post(place(), another);
  }
}

/** The key that the check page was given. */
export async function sendingKey(form: FormClient, place: "check" | "send" = "check"): Promise<string> {
  const page = await form.get(place);
  const [, key = ""] = /name="key" value="([^"]+)"/.exec(page.text) ?? [];
  assert.notEqual(key, "", `no key on ${place}: ${page.status} ${page.location ?? page.text.slice(0, 300)}`);
  return key;
}
