import { mostBytes, weighPublicPages } from "../../support/page-weight.ts";
import type { Part } from "../support/bench.ts";

/** What the heaviest public page weighs; `npm test` holds every page to the same limits. */
export const weightsPart: Part = {
  name: "weights",
  about: "public pages, HTML as it is, CSS and JavaScript as gzip sends them",
  run: async ({ system: start, figure }) => {
    const { origin } = await start();
    const weights = await weighPublicPages({ url: origin });
    for (const part of ["html", "css", "js"] as const) {
      const [heaviest] = [...weights].sort((a, b) => b[part] - a[part]);
      const value = `${heaviest?.[part]} bytes on ${heaviest?.path}, the heaviest of ${weights.length}`;
      figure(part, value, `at most ${mostBytes[part]}`);
    }
  },
};
