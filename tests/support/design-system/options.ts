import type { ReactElement } from "react";

/** The options of a Design System macro, as its fixtures give them. */
export type Options = { readonly [name: string]: Value };
export type Value = string | number | boolean | null | Options | readonly Value[] | undefined;

export type Offered = {
  /** The options that our component has; a fixture with any other is not compared. */
  takes: readonly string[];
  /** Null for a fixture whose values we do not offer. */
  make: (options: Options) => ReactElement | null;
  /** Fixtures that must have been compared. */
  least: number;
  /** What the fixture would say with our own names. */
  asOurs?: (html: string, options: Options) => string;
};

export const text = (value: Value): string | undefined =>
  value === undefined || value === null || value === false ? undefined : String(value as string | number);
export const part = (value: Value): Options =>
  typeof value === "object" && value !== null ? (value as Options) : {};
export const list = (value: Value): readonly Options[] =>
  Array.isArray(value) ? (value as (Options | null)[]).filter((each) => each !== null) : [];
export const words = (value: Value): string | undefined => text(part(value)["text"]);
