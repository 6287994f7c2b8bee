import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { journeys } from "#domain/journeys";
import { itemsOf } from "#domain/questions/answers";
import { routes } from "../../app/routes.js";
import { professionalAnswers } from "./answers.ts";
import { fillForm, placeOf, sendingKey, startForm, type FormClient } from "./form-client.ts";
import { ask } from "./http-client.ts";

/** What a phone on a bad line has to fetch for one page, in bytes: the page as it is, the rest as gzip sends it. */
export type PageWeight = { path: string; html: number; css: number; js: number };

/** The most of each that a public page may weigh. */
export const mostBytes = { html: 30_000, css: 20_000, js: 14_000 } as const;

/** Every public page of the map that is there for everybody, and every page of a form that is being filled in. */
export async function weighPublicPages(site: { url: string }): Promise<PageWeight[]> {
  const weights: PageWeight[] = [];
  const open = routes.filter(
    ({ access, path, file }) => access === "public" && file.endsWith(".tsx") && !/[:*]/.test(path),
  );
  for (const { path } of open) {
    const page = await ask(site, path);
    // Some are steps of signing in, and lead away when nobody has begun.
    if (page.status === 200) weights.push(await weigh(site, path, page.text));
  }
  return [...weights, ...(await weighForm(site))];
}

async function weighForm(site: { url: string }): Promise<PageWeight[]> {
  const weights: PageWeight[] = [];
  const weighPlace = async (form: FormClient, place: string) => {
    const page = await form.get(place);
    assert.equal(page.status, 200, place);
    weights.push(await weigh(site, `/f/…/${place}`, page.text));
  };
  const inDanger = await startForm(site);
  await inDanger.post(placeOf("danger"), { danger: "yes" });
  await weighPlace(inDanger, "stop");
  const form = await startForm(site);
  await fillForm(form, professionalAnswers, "effect");
  await weighPlace(form, "send");
  await fillForm(form, professionalAnswers);
  const questions = journeys.professional.filter((question) => question.appliesTo(professionalAnswers));
  for (const { id } of questions) {
    await weighPlace(form, placeOf(id));
    for (const { item } of itemsOf(professionalAnswers, id)) await weighPlace(form, placeOf(id, item));
  }
  await weighPlace(form, "check");
  await form.post("check", { key: await sendingKey(form) });
  await weighPlace(form, "sent");
  return weights;
}

async function weigh(site: { url: string }, path: string, html: string): Promise<PageWeight> {
  const linked = (tags: RegExp) => [...html.matchAll(tags)].map(([, address = ""]) => address);
  const css = linked(/<link rel="stylesheet" href="([^"]+)"/g);
  const js = linked(/<script\b[^>]* src="([^"]+)"/g);
  assert.ok(css.length > 0, `${path} has no style sheet`);
  const bytesOf = async (addresses: readonly string[]) =>
    (await Promise.all(addresses.map((address) => fetched(site, address)))).reduce((sum, n) => sum + n, 0);
  return { path, html: Buffer.byteLength(html), css: await bytesOf(css), js: await bytesOf(js) };
}

/** A file as gzip sends it, with every module that it brings along. */
async function fetched(site: { url: string }, address: string): Promise<number> {
  const { status, text } = await ask(site, address);
  assert.equal(status, 200, address);
  const brought = [...text.matchAll(/(?:^|[;\s}])(?:import|from)\s*["'](\.\/[^"']+)["']/g)].map(
    ([, one = ""]) => one,
  );
  const more = address.endsWith(".js") ? brought : [];
  const bytes = await Promise.all(
    more.map((one) => fetched(site, new URL(one, `http://x${address}`).pathname)),
  );
  return bytes.reduce((sum, n) => sum + n, gzipSync(text).length);
}
