import { toolNamed } from "./tools.ts";

type Report = { results: { messages: { ruleId: string; message: string; line: number }[] }[] };
type HtmlValidate = new (config: object) => { validateString: (html: string) => Promise<Report> };

/**
 * Asks whether a page is HTML as the standard has it. What the tool has to say about style is left out; React writes
 * attributes in its own case and closes what is empty, and both are allowed.
 */
export async function validator(say: (line: string) => void): Promise<(html: string) => Promise<string[]>> {
  const { HtmlValidate } = await toolNamed<{ HtmlValidate: HtmlValidate }>("html-validate", say);
  const validate = new HtmlValidate({ extends: ["html-validate:standard"] });
  return async (html) => {
    const { results } = await validate.validateString(html);
    return results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`),
    );
  };
}
