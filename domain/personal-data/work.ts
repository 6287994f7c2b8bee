import type { TableFacts } from "./table-facts.ts";

/** What the hub and those after it made of it: screening, decisions and pathways. */
export const workColumns = {
  bundle: {
    retention: "contact",
    readable: { confirmed_by: "staff" },
    sealed: { reason: "child" },
    neutral: "id confirmed_at",
  },
  rating: {
    retention: "contact",
    readable: { code: "child", rated_by: "staff" },
    sealed: { reason: "child" },
    neutral: "id contact_id rated_at",
  },
  hold: {
    retention: "contact",
    readable: { holder_id: "staff" },
    sealed: {},
    neutral: "contact_id taken_at lease_until has_notes version",
  },
  note: {
    retention: "contact",
    readable: { author_id: "staff" },
    sealed: { body: "child" },
    neutral: "id contact_id kind at",
  },
  hand_over: {
    retention: "contact",
    readable: { from_id: "staff", to_id: "staff", ended_by: "staff" },
    sealed: {},
    neutral: "id contact_id target note_id offered_at accept_by alarmed_at ending ended_at answer_id seen_at",
  },
  child_standing: {
    retention: "contact",
    readable: { standing: "child", ruled_by: "staff" },
    sealed: { reason: "child" },
    neutral: "id contact_child_id ruled_at",
  },
  enquiry: {
    retention: "contact",
    readable: { opened_by: "staff" },
    sealed: { content: "child" },
    neutral: "id contact_id ordinal review_at opened_at closed_at",
  },
  agency_request: {
    retention: "contact",
    readable: { asked_by: "staff" },
    sealed: { content: "child" },
    neutral: "id contact_id organisation_id basis asked_at due_at opened_at chase_at closed_at closed_how",
  },
  agency_reply: {
    retention: "contact",
    readable: { replied_by: "staff", seen_by: "staff" },
    sealed: { content: "child" },
    neutral: "id request_id kind complete replied_at seen_at",
  },
  agency_question: {
    retention: "contact",
    readable: { asked_by: "staff", answered_by: "staff" },
    sealed: { content: "child", answer: "child" },
    neutral: "id request_id asked_at answered_at",
  },
  agency_chase: {
    retention: "contact",
    readable: {},
    sealed: {},
    neutral: "id request_id ordinal chased_at",
  },
  recommendation: {
    retention: "contact",
    readable: { outcome: "child", level: "child", recommended_by: "staff" },
    sealed: { content: "child" },
    neutral: "id contact_id contact_child_id recommended_at",
  },
  recommendation_return: {
    retention: "contact",
    readable: { returned_by: "staff" },
    sealed: { question: "child" },
    neutral: "recommendation_id returned_at",
  },
  decision: {
    retention: "contact",
    readable: { outcome: "child", level: "child", decided_by: "staff" },
    sealed: { content: "child" },
    neutral: "id contact_id contact_child_id supersedes_id recommendation_id decided_at countersign_by",
  },
  countersignature: {
    retention: "contact",
    readable: { signed_by: "staff" },
    sealed: { note: "child" },
    neutral: "decision_id signed_at",
  },
  unowned: {
    retention: "contact",
    readable: {},
    sealed: {},
    neutral: "id kind contact_id contact_child_id found_at mended_at",
  },
  clock_alarm: {
    retention: "contact",
    readable: {},
    sealed: {},
    neutral: "id contact_id due_at stage at",
  },
  alert_shown: {
    retention: "contact",
    readable: { shown_to: "staff" },
    sealed: {},
    neutral: "id kind contact_id shown_at passed_at",
  },
  second_look: {
    retention: "contact",
    readable: { outcome: "child", level: "child", looked_by: "staff" },
    sealed: { reason: "child" },
    neutral: "decision_id contact_id drawn_at because looked_at",
  },
  clock: {
    retention: "contact",
    readable: {},
    sealed: {},
    neutral:
      "id kind contact_id contact_child_id pathway_id started_at due_at rule stopped_at stopped_by_id alarmed_at",
  },
  pathway: {
    retention: "contact",
    readable: { kind: "child", state: "child", owner_id: "staff", returned_because: "child" },
    sealed: {},
    neutral:
      "id decision_id contact_id contact_child_id team_id created_at accepted_at first_record_at closed_at stepped_up_at version",
  },
  pathway_entry: {
    retention: "contact",
    readable: { author_id: "staff" },
    sealed: { content: "child" },
    neutral: "id pathway_id kind at",
  },
  advice_episode: {
    retention: "contact",
    readable: {},
    sealed: {},
    neutral: "pathway_id call_attempts advice_given_at",
  },
  caf_redirect: {
    retention: "contact",
    readable: { family_agreed_on: "child", started: "child" },
    sealed: {},
    neutral:
      "pathway_id family_asked_by family_contacted_at lead_organisation_id lead_accepted_at start_check_due_at start_check_entry_id start_check_told_at",
  },
  social_work_referral: {
    retention: "contact",
    readable: {
      referred_on: "child",
      source_code: "referrer",
      need_code: "child",
      worker_id: "staff",
      worker_name: "staff",
      consent: "child",
      assessment_outcome: "child",
    },
    sealed: {},
    neutral: "pathway_id child_seen_at ended_without_assessment_at allocated_at assessed_at outcome_from",
  },
  strategy_discussion: {
    retention: "child-protection",
    readable: { chair_id: "staff", recorder_id: "staff", locked_by: "staff" },
    sealed: { joining: "staff", live: "child", absent_because: "staff", locked_because: "staff" },
    neutral:
      "id contact_id ordinal previous_id hold_by alarmed_at meeting_at live_at recorder_until held_at quorate agree_by locked_at version created_at",
  },
  strategy_child: {
    retention: "child-protection",
    readable: {},
    sealed: {},
    neutral: "pathway_id discussion_id",
  },
  strategy_attendance: {
    retention: "child-protection",
    readable: { staff_id: "staff", agreed_by: "staff" },
    sealed: { coming: "staff", attendee: "staff", agreed: "staff" },
    neutral:
      "id discussion_id organisation_id role invited_at chase_at chased answer answered_at coming_how present present_how agreement agreed_at",
  },
  strategy_notice: {
    retention: "child-protection",
    readable: {},
    sealed: {},
    neutral: "id attendance_id action_id at",
  },
  strategy_addendum: {
    retention: "child-protection",
    readable: { author_id: "staff" },
    sealed: { content: "child" },
    neutral: "id discussion_id at",
  },
  strategy_information: {
    retention: "child-protection",
    readable: { author_id: "staff" },
    sealed: { content: "child" },
    neutral: "id discussion_id organisation_id at",
  },
  strategy_action: {
    retention: "child-protection",
    readable: { ended_by: "staff" },
    sealed: { content: "child", ending: "child" },
    neutral: "id discussion_id organisation_id pathway_id due_at late_told_at done_at ended_how created_at",
  },
  section47: {
    retention: "child-protection",
    readable: { finding: "child", decided_by: "staff" },
    sealed: { content: "child" },
    neutral: "id pathway_id discussion_id decided_at",
  },
  section47_outcome: {
    retention: "child-protection",
    readable: { outcome: "child", conference_on: "child", recorded_by: "staff" },
    sealed: { content: "child" },
    neutral: "pathway_id recorded_at",
  },
  transfer: {
    retention: "contact",
    readable: { receiving_authority: "child" },
    sealed: {},
    neutral: "pathway_id receipt_confirmed_at",
  },
  case_notice: {
    retention: "contact",
    readable: { acknowledged_by: "staff" },
    sealed: {},
    neutral: "pathway_id open_case_id acknowledged_at manager_told_at service_told_at",
  },
  lado_record: {
    retention: "position-of-trust",
    readable: { opened_by: "staff", accused_staff_id: "staff", acknowledged_by: "staff", closed_by: "staff" },
    sealed: { content: "adult" },
    neutral:
      "id contact_id employer_organisation_id opened_at due_at acknowledged_at reminder_id finding closed_at",
  },
  lado_note: {
    retention: "position-of-trust",
    readable: { written_by: "staff" },
    sealed: { content: "adult" },
    neutral: "id record_id written_at",
  },
  sender_question: {
    retention: "contact",
    readable: { asked_by: "staff" },
    sealed: { content: "child", answer: "child" },
    neutral: "id contact_id asked_at answer_by answered_at",
  },
  feedback: {
    retention: "contact",
    readable: { told_by: "staff" },
    sealed: { content: "child" },
    neutral: "id decision_id contact_id available_at dropped_at read_at told_at",
  },
  challenge: {
    retention: "contact",
    readable: { answered_by: "staff" },
    sealed: { content: "referrer", answer: "referrer" },
    neutral: "id contact_id stage raised_at due_at answered_at outcome",
  },
} as const satisfies Record<string, TableFacts>;
