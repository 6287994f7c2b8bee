import type { PageToSee } from "./pages.ts";
import { toolNamed } from "./tools.ts";

type Audit = { title: string; score: number | null; scoreDisplayMode: string };
type Report = {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, Audit>;
  runtimeError?: { code: string };
};
type Lighthouse = (url: string, flags: object) => Promise<{ lhr: Report } | undefined>;

/** Out of a hundred; null where it could not be found out. */
export type Scores = { accessibility: number | null; performance: number | null; failed: string[] };

/** A crowded machine now and then shows Lighthouse nothing that it can measure. */
const tries = 3;

/** As a phone on a slow line sees it: Lighthouse's own way of measuring. Worked out from what was loaded, not waited for. */
export async function lighthouse(
  site: { url: string },
  port: number,
  say: (line: string) => void,
): Promise<(page: PageToSee) => Promise<Scores>> {
  const { default: run } = await toolNamed<{ default: Lighthouse }>("lighthouse", say);

  async function once({ address, cookie }: PageToSee): Promise<Scores> {
    const result = await run(new URL(address, site.url).href, {
      ...{ port, output: "json", logLevel: "silent", onlyCategories: ["accessibility", "performance"] },
      ...(cookie === undefined ? {} : { extraHeaders: { Cookie: cookie } }),
    });
    const { categories, audits, runtimeError }: Report = result?.lhr ?? { categories: {}, audits: {} };
    const score = (name: string) => {
      const found = categories[name]?.score;
      return found == null || runtimeError !== undefined ? null : Math.round(found * 100);
    };
    const broken = Object.values(audits).filter(
      ({ score, scoreDisplayMode }) =>
        scoreDisplayMode === "error" || (scoreDisplayMode === "binary" && score === 0),
    );
    return {
      accessibility: score("accessibility"),
      performance: score("performance"),
      failed: [
        ...(runtimeError === undefined ? [] : [runtimeError.code]),
        ...broken.map(({ title }) => title),
      ],
    };
  }

  return async (page) => {
    for (let left = tries; ; left -= 1) {
      const scores = await once(page);
      if (left === 1 || (scores.accessibility !== null && scores.performance !== null)) return scores;
    }
  };
}
