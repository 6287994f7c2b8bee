import type { Language } from "#domain/intake";
import { inText, languageFacts, wordsIn } from "#domain/language";
import { filled, siteWords, type SiteWords } from "#domain/wording/site";
import type { Site } from "./site.ts";

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${String(character.codePointAt(0))};`);

type Known = keyof SiteWords["problem"]["title"];

/** A page for what is refused before the framework is asked: no style sheet, no script, and the phone numbers. */
export function plainPage(status: number, site: Site, language: Language): string {
  const { problem, openNow, otherTimes, emergency } = wordsIn(siteWords, language);
  // Here 403 and 405 are no matter of roles: the browser could not say that the form is ours.
  const worded = status === 403 || status === 405 ? 400 : status;
  const known = (worded in problem.title ? worded : 500) as Known;
  const { day, night } = site.phones;
  const numbers = {
    day: inText(day, language),
    night: inText(night, language),
    hours: site.hours,
    number: "999",
  };
  const lines = [problem.text[known], problem.call, openNow, otherTimes, emergency];
  return [
    `<!doctype html><html lang="${language}" dir="${languageFacts[language].direction}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escaped(`${problem.title[known]} – ${site.authority}`)}</title></head><body><main>`,
    `<h1>${escaped(problem.title[known])}</h1>`,
    ...lines.map((line) => `<p>${escaped(filled(line, numbers))}</p>`),
    `</main></body></html>`,
  ].join("");
}
