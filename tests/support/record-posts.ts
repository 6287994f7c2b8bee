import type { Draft } from "#domain/decision-problems";
import type { Answer } from "./http-client.ts";

const isDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A draft as a browser posts it: a date is three boxes. */
export function posted(draft: Draft, prefix = ""): [string, string][] {
  return Object.entries(draft).flatMap(([name, value]): [string, string][] =>
    [value ?? []].flat().flatMap((one): [string, string][] => {
      const [, year = "", month = "", day = ""] = isDate.exec(String(one)) ?? [];
      const at = prefix + name;
      return year === ""
        ? [[at, String(one)]]
        : [
            [`${at}-day`, day],
            [`${at}-month`, month],
            [`${at}-year`, year],
          ];
    }),
  );
}

/** The value of a hidden field on a page. */
export const hidden = (page: Answer, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? "";
