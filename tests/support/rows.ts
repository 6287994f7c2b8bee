import type { Role } from "#domain/actor";
import { routes } from "../../app/routes.js";

/** A row of the map, without the exact types that only links need. */
export type Row = {
  name: string;
  path: string;
  file: string;
  access: "public" | "demo" | "key" | "session" | "signed-in" | readonly Role[];
};

export const rows: readonly Row[] = routes;

/** Rows for machines, which no sign-in opens. */
export const keyRows = rows.filter(({ access }) => access === "key");

/** Rows behind sign-in. */
export const closedRows = rows.filter(({ access }) => !["public", "demo", "key"].includes(access as string));

export const mayEnter = ({ access }: Row, held: readonly Role[]): boolean =>
  typeof access === "string" ? access !== "key" : access.some((role) => held.includes(role));

export const paramsIn = ({ path }: Row): string[] =>
  [...path.matchAll(/:([A-Za-z]+)/g)].map(([, param = ""]) => param);

/** The address of a row with these params; the last row, which takes every address, gets one that nobody else has. */
export function addressOf({ path }: Row, params: Readonly<Record<string, string>>): string {
  return path
    .replace(/:([A-Za-z]+)/g, (_, param: string) => encodeURIComponent(params[param] ?? ""))
    .replace("*", "no/such/page");
}

/** The same page as data: what a router in a browser would ask for. */
export const dataAddressOf = (address: string): string =>
  address === "/" ? "/_root.data" : `${address}.data`;
