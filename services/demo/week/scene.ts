import type { Rating } from "#domain/rating";
import type { DemoOutcome } from "../records/demo-outcome.ts";

/** One contact of the demo week: what comes in, when, and how far people have got with it. */
export type Scene = {
  /** What it is about, and what will or ought to come of it. */
  about: DemoOutcome;
  /** Minutes of opening time before now. */
  came: number;
  /** Scenes with the same word are about the same family. */
  family: string;
  /** The screener who works on it. */
  screener: "Sam Kaur" | "Grace Adeyemi" | "Tom Whitfield";
  /** Left out: nobody has rated it yet. */
  rating?: Rating;
  reached: "arrived" | "rated" | "held" | "recommended" | "sent_back" | "decided";
  /** How many children of the family are subjects: at least this many live there. */
  subjects?: 1 | 2 | 3;
  partial?: boolean;
  /** Something happens at 3:15pm today, or on the next day when that is past. */
  soon?: boolean;
  danger?: "yes" | "not_sure" | "no";
  /** How far the pathway got that a decision made. */
  pathway?: "waiting" | "accepted" | "recorded" | "closed";
};
