import type { Table } from "drizzle-orm";
import { clock, decision } from "#db/schema/decision";
import { contact, contactAdult, contactChild, contactSnapshot, referrer } from "#db/schema/intake";
import {
  adviceEpisode,
  cafRedirect,
  feedback,
  pathway,
  pathwayEntry,
  socialWorkReferral,
} from "#db/schema/pathways";
import { section47, strategyAttendance, strategyChild, strategyDiscussion } from "#db/schema/strategy";
import { adultKey, matchCandidate, matchKey } from "#db/schema/people";
import { auditEvent, dataKey, delivery, inbox, outbox } from "#db/schema/proof";
import { childStanding, hold, note, rating, recommendation } from "#db/schema/screening";

/** Every table that a sheaf fills, each after those that it points to. Names go in first, by themselves. */
export const tablesInOrder: readonly Table[] = [
  dataKey,
  contact,
  contactChild,
  contactAdult,
  contactSnapshot,
  referrer,
  hold,
  matchKey,
  adultKey,
  matchCandidate,
  rating,
  note,
  childStanding,
  recommendation,
  decision,
  pathway,
  pathwayEntry,
  adviceEpisode,
  cafRedirect,
  socialWorkReferral,
  strategyDiscussion,
  strategyChild,
  strategyAttendance,
  section47,
  feedback,
  clock,
  auditEvent,
  outbox,
  inbox,
  delivery,
];
