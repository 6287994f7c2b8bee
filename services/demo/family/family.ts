import type { Temporal } from "temporal-polyfill";
import type { NameGroupId } from "./names/index.ts";
import type { Home } from "./places.ts";

export type FamilyChild = {
  first: string;
  last: string;
  knownAs: string | null;
  sex: "M" | "F";
  /** May lie ahead: then the child is expected, or not thought of yet. */
  born: Temporal.PlainDate;
  nhsNumber: string;
  upn: string;
  /** Bears another surname from this day, when a parent marries or leaves. */
  renamed: { from: Temporal.PlainDate; last: string } | null;
  disabilities: readonly string[];
};

export type FamilyAdult = {
  first: string;
  last: string;
  sex: "M" | "F";
  born: Temporal.PlainDate;
  relationship: "mother" | "father" | "partner of mother" | "grandmother";
  livesThere: boolean;
  /** Came into the family on this day; null for somebody who was always there. */
  from: Temporal.PlainDate | null;
  phone: string;
};

/** A family over the years: what somebody could tell about it on one day is `householdOn`. */
export type Family = {
  number: number;
  group: NameGroupId;
  homes: readonly { from: Temporal.PlainDate; home: Home }[];
  adults: readonly FamilyAdult[];
  children: readonly FamilyChild[];
};
