import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { monthsEndingWith } from "./month-outcomes.ts";

/** What every agency begins, against what the city aims for. */

export const cafStartSchema = z.object({
  organisationId: z.uuid("Choose an agency"),
  month: z
    .string()
    .trim()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "Choose a month"),
  count: z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, "Enter how many, as a whole number")
    .transform(Number),
  /** When the page was read: a number that somebody entered later is not written over unseen. */
  asAt: z.iso.datetime("Open the page again").transform((at) => new Date(at)),
});

export type AgencyStarts = {
  id: string;
  name: string;
  /** By month ("2026-11-01"); a month that nobody entered is not there. */
  starts: Readonly<Record<string, number>>;
  helpOfferedAt: Date | null;
};

/** The first day of a month and of those before it, the newest first. */
export const monthsBack = (today: string, how: number): string[] =>
  monthsEndingWith(Temporal.PlainYearMonth.from(today), how).map((month) => `${month}-01`);

/**
 * Agencies that began none in the last whole months. A month that nobody entered says nothing, so an agency is named only
 * when something was entered for it, or for anybody, in every one of them.
 */
export function quietAgencies(agencies: readonly AgencyStarts[], months: readonly string[]): AgencyStarts[] {
  const counted = months.every((month) => agencies.some(({ starts }) => month in starts));
  if (!counted) return [];
  return agencies.filter(({ starts }) => months.every((month) => (starts[month] ?? 0) === 0));
}

export const citywide = (agencies: readonly AgencyStarts[], month: string): number | null => {
  const entered = agencies.flatMap(({ starts }) => starts[month] ?? []);
  return entered.length === 0 ? null : entered.reduce((sum, one) => sum + one, 0);
};
