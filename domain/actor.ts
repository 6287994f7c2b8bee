import type { OrganisationKind } from "./organisation.ts";

/** What a person may be granted. Several can be held at once; `may()` in permissions.ts reads them. */
export const roles = [
  "call_taker",
  "screener",
  "manager",
  "out_of_hours",
  "on_call_manager",
  "advice",
  "social_work_manager",
  "social_worker",
  "service_manager",
  "strategy_chair",
  "partner",
  "lado",
  "auditor",
  "analyst",
  "administrator",
  "records_officer",
] as const;
export type Role = (typeof roles)[number];

export type StaffActor = {
  kind: "staff";
  id: string;
  name: string;
  roles: readonly Role[];
  organisationId: string;
  organisationKind: OrganisationKind;
  teamId: string | null;
  sessionId: string;
  /** Restricted contacts that they opened in an emergency in this session, for as long as that lasts. */
  opened?: readonly string[];
  /** Restricted contacts that they may know of because somebody who may named them for it. */
  named?: readonly string[];
  /** Contacts that they must never know of, because they or their family are in them. */
  barred?: readonly string[];
};

/** Who is doing something. It comes from the session or the process, never from what was sent. */
export type Actor =
  | StaffActor
  /** Somebody filling in a form: nobody is signed in. */
  | { kind: "public" }
  /** The worker, a sweep or a loader, by name. */
  | { kind: "system"; process: string };
