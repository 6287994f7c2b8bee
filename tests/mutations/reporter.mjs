// @ts-check
// Tells the runner of mutations how each test ended, a line of JSON for each.

/** @param {AsyncIterable<{ type: string, data: any }>} source */
export default async function* report(source) {
  for await (const { type, data } of source) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    const { failureType } = data.details?.error ?? {};
    const isSuite = data.details?.type === "suite";
    yield `${JSON.stringify({ name: data.name, passed: type === "test:pass", isSuite, failureType })}\n`;
  }
}
