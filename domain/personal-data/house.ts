import type { TableFacts } from "./table-facts.ts";

/** The directory of organisations and staff, and the proof. */
export const houseColumns = {
  audit_event: {
    retention: "proof",
    readable: { actor_id: "staff", session_id: "staff", facts: "child" },
    sealed: {},
    neutral: "id at kind actor_kind process contact_id subject_id recorded_at",
  },
  audit_link: {
    retention: "proof",
    readable: {},
    sealed: {},
    neutral: "position event_id hash mac linked_at",
  },
  audit_seal: { retention: "proof", readable: {}, sealed: {}, neutral: "position hash signature sealed_at" },
  data_key: {
    retention: "proof",
    readable: {},
    sealed: {},
    neutral: "subject subject_id wrap_version wrapped destroyed_at",
  },
  delivery: {
    retention: "work",
    readable: { recipient_id: "staff" },
    sealed: {},
    neutral: "id outbox_id attempt message started_at accepted_at refused_at permanent server_reply",
  },
  heartbeat: { retention: "work", readable: {}, sealed: {}, neutral: "process started_at beat_at" },
  inbox: { retention: "work", readable: {}, sealed: {}, neutral: "outbox_id effect at" },
  installation: { retention: "directory", readable: {}, sealed: {}, neutral: "one mode since" },
  kept_form: {
    retention: "session",
    readable: { staff_id: "staff" },
    sealed: { body: "child" },
    neutral: "id path kept_at expires_at",
  },
  organisation: {
    retention: "directory",
    readable: {},
    sealed: {},
    neutral: "id name kind duty_email active",
  },
  outbox: {
    retention: "work",
    readable: { recipient_id: "staff" },
    sealed: {},
    neutral: "id kind subject_id facts created_at available_at attempts lease_until last_problem done_at",
  },
  pace: { retention: "session", readable: {}, sealed: {}, neutral: "key_hash clear_at" },
  role_grant: {
    retention: "directory",
    readable: { staff_id: "staff", role: "staff", granted_by: "staff", revoked_by: "staff" },
    sealed: {},
    neutral: "id granted_at revoked_at",
  },
  service_listing: {
    retention: "directory",
    readable: {},
    sealed: {},
    neutral: "id name tier description organisation_id review_on active",
  },
  session: {
    retention: "session",
    readable: { staff_id: "staff" },
    sealed: {},
    neutral: "id secret_hash started_at seen_at proved_at locked_at expires_at ended_at",
  },
  setting: {
    retention: "directory",
    readable: { set_by: "staff" },
    sealed: {},
    neutral: "key version value set_at",
  },
  staff: {
    retention: "directory",
    readable: { name: "staff", job_title: "staff", email: "staff" },
    sealed: {},
    neutral: "id organisation_id team_id active",
  },
  team: {
    retention: "directory",
    readable: {},
    sealed: {},
    neutral: "id organisation_id name purpose duty_email from_age to_age areas active",
  },
} as const satisfies Record<string, TableFacts>;
