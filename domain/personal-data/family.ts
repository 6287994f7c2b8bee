import type { TableFacts } from "./table-facts.ts";

/** What people told us and whom it is about: intake and people. */
export const familyColumns = {
  contact: {
    retention: "contact",
    readable: { danger: "child", source_code: "referrer", next_event_at: "child", rating: "child" },
    sealed: { facts: "child" },
    neutral:
      "id reference channel audience language received_at partial rated_at adds_to_id bundle_id cleared_only_since idempotency_key body_hash audit_gap matched_at version retain_until legal_hold",
  },
  contact_child: {
    retention: "contact",
    readable: {
      standing: "child",
      state: "child",
      first_name: "child",
      last_name: "child",
      also_known_as: "child",
      date_of_birth: "child",
      estimated_age: "child",
      due_date: "child",
      sex: "child",
      postcode: "child",
    },
    sealed: { particulars: "child" },
    neutral: "id contact_id ordinal",
  },
  contact_adult: {
    retention: "contact",
    readable: { name: "adult", date_of_birth: "adult" },
    sealed: { particulars: "adult" },
    neutral: "id contact_id ordinal",
  },
  contact_snapshot: {
    retention: "contact",
    readable: {},
    sealed: { content: "child" },
    neutral: "contact_id",
  },
  referrer: {
    retention: "contact",
    readable: {},
    sealed: { particulars: "referrer", snapshot: "referrer" },
    neutral: "id contact_id organisation_id can_be_emailed verified_at",
  },
  attachment: {
    retention: "contact",
    readable: {},
    sealed: { particulars: "child" },
    neutral: "id contact_id draft_id size scanned_at quarantined_at created_at",
  },
  attachment_chunk: {
    retention: "contact",
    readable: {},
    sealed: { content: "child" },
    neutral: "id attachment_id ordinal",
  },
  draft: {
    retention: "draft",
    readable: {},
    sealed: { answers: "referrer" },
    neutral: "id audience language secret_hash version submission_key created_at updated_at expires_at",
  },
  match_key: {
    retention: "contact",
    readable: { value: "child" },
    sealed: {},
    neutral: "kind contact_child_id contact_id",
  },
  match_candidate: {
    retention: "contact",
    readable: { band: "child", facts: "child" },
    sealed: {},
    neutral: "id contact_id contact_child_id earlier_child_id found_at",
  },
  name: { retention: "person", readable: { token: "child" }, sealed: {}, neutral: "id" },
  person: {
    retention: "person",
    readable: { restricted: "child" },
    sealed: { safe_contact: "child" },
    neutral: "id created_at retain_until legal_hold",
  },
  person_link: {
    retention: "person",
    readable: { said_by: "staff", ended_by: "staff" },
    sealed: { reason: "child" },
    neutral: "id person_id contact_child_id contact_adult_id answer said_at ended_at",
  },
  relationship: {
    retention: "person",
    readable: { said_by: "staff" },
    sealed: { particulars: "child" },
    neutral: "id from_person_id to_person_id said_at ended_at",
  },
  residence: {
    retention: "person",
    readable: { postcode: "child", address_key: "child", from_date: "child", to_date: "child" },
    sealed: { address: "child" },
    neutral: "id person_id",
  },
  open_case: {
    retention: "person",
    readable: { case_number: "child", status: "child", worker_id: "staff" },
    sealed: { particulars: "child" },
    neutral: "id person_id as_at closed_at",
  },
} as const satisfies Record<string, TableFacts>;
