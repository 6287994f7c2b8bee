import type { PageToSee } from "./pages.ts";
import { toolNamed } from "./tools.ts";

type Result = {
  lhr: { categories: Record<string, { score: number | null }>; audits: Record<string, Audit> };
};
type Audit = { title: string; score: number | null; scoreDisplayMode: string };
type Lighthouse = (url: string, flags: object) => Promise<Result | undefined>;

export type Scores = { accessibility: number; performance: number; failed: string[] };

/** As a phone on a slow line sees it: Lighthouse's own way of measuring. Worked out from what was loaded, not waited for. */
export async function lighthouse(
  site: { url: string },
  port: number,
  say: (line: string) => void,
): Promise<(page: PageToSee) => Promise<Scores>> {
  const { default: run } = await toolNamed<{ default: Lighthouse }>("lighthouse", say);
  return async ({ address, cookie }) => {
    const result = await run(new URL(address, site.url).href, {
      ...{ port, output: "json", logLevel: "silent", onlyCategories: ["accessibility", "performance"] },
      ...(cookie === undefined ? {} : { extraHeaders: { Cookie: cookie } }),
    });
    const { categories, audits } = result?.lhr ?? { categories: {}, audits: {} };
    const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
    const failed = Object.values(audits)
      .filter((one) => one.scoreDisplayMode === "binary" && one.score === 0)
      .map(({ title }) => title);
    return { accessibility: score("accessibility"), performance: score("performance"), failed };
  };
}
