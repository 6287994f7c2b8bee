CREATE TYPE "public"."clock_kind" AS ENUM('decision', 'rating', 'brag', 'accept', 'first_contact', 'hold_discussion', 'assessment', 'conference', 'acknowledge', 'receipt', 'countersign');--> statement-breakpoint
CREATE TYPE "public"."organisation_kind" AS ENUM('council', 'police', 'health', 'education', 'housing', 'probation', 'early_help', 'voluntary', 'other');--> statement-breakpoint
CREATE TYPE "public"."staff_role" AS ENUM('call_taker', 'screener', 'manager', 'out_of_hours', 'on_call_manager', 'advice', 'social_work_manager', 'strategy_chair', 'partner', 'lado', 'auditor', 'analyst', 'administrator', 'records_officer');--> statement-breakpoint
CREATE TYPE "public"."team_purpose" AS ENUM('hub', 'advice', 'family_caf', 'social_work', 'partner', 'governance');--> statement-breakpoint
CREATE TYPE "public"."audience" AS ENUM('professional', 'public', 'family', 'young_person');--> statement-breakpoint
CREATE TYPE "public"."channel" AS ENUM('online', 'phone', 'police', 'api', 'letter');--> statement-breakpoint
CREATE TYPE "public"."child_state" AS ENUM('waiting', 'recommended', 'sent_back', 'decided');--> statement-breakpoint
CREATE TYPE "public"."danger" AS ENUM('yes', 'no', 'not_sure');--> statement-breakpoint
CREATE TYPE "public"."language" AS ENUM('en');--> statement-breakpoint
CREATE TYPE "public"."rating_code" AS ENUM('R', 'A', 'G', 'B');--> statement-breakpoint
CREATE TYPE "public"."sex" AS ENUM('M', 'F', 'U');--> statement-breakpoint
CREATE TYPE "public"."standing" AS ENUM('subject', 'household', 'considered');--> statement-breakpoint
CREATE TYPE "public"."pathway_kind" AS ENUM('advice_episode', 'caf_redirect', 'social_work_referral', 'strategy_discussion', 'transfer', 'case_notice');--> statement-breakpoint
CREATE TYPE "public"."pathway_state" AS ENUM('waiting', 'accepted', 'active', 'returned', 'closed');--> statement-breakpoint
CREATE TYPE "public"."match_band" AS ENUM('sure', 'likely', 'possible');--> statement-breakpoint
CREATE TYPE "public"."link_answer" AS ENUM('same', 'not_same');--> statement-breakpoint
CREATE TYPE "public"."data_key_subject" AS ENUM('draft', 'contact', 'referrer', 'person', 'case');--> statement-breakpoint
CREATE TYPE "public"."job_kind" AS ENUM('match-contact', 'route-decision', 'send-message', 'delete-expired-drafts', 'heartbeat');--> statement-breakpoint
CREATE TYPE "public"."note_kind" AS ENUM('note', 'call', 'correction', 'kept_text');--> statement-breakpoint
CREATE TYPE "public"."outcome" AS ENUM('information_only', 'advice', 'family_caf', 'assessment', 'strategy_discussion', 'transfer', 'already_open');--> statement-breakpoint
CREATE TABLE "clock" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "clock_kind" NOT NULL,
	"contact_id" uuid NOT NULL,
	"contact_child_id" uuid,
	"pathway_id" uuid,
	"started_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"rule" text NOT NULL,
	"stopped_at" timestamp with time zone,
	"stopped_by_id" uuid,
	"alarmed_at" timestamp with time zone,
	CONSTRAINT "clock_once" UNIQUE NULLS NOT DISTINCT("kind","contact_id","contact_child_id","pathway_id")
);
--> statement-breakpoint
CREATE TABLE "countersignature" (
	"decision_id" uuid PRIMARY KEY NOT NULL,
	"note" "bytea" NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"contact_child_id" uuid NOT NULL,
	"supersedes_id" uuid,
	"recommendation_id" uuid,
	"outcome" "outcome" NOT NULL,
	"level" smallint NOT NULL,
	"content" "bytea" NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"countersign_by" timestamp with time zone,
	CONSTRAINT "decision_level" CHECK ("decision"."level" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"mode" text NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" "organisation_kind" NOT NULL,
	"duty_email" text,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "organisation_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"role" "staff_role" NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"revoked_by" uuid,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "service_listing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"tier" smallint NOT NULL,
	"description" text NOT NULL,
	"organisation_id" uuid,
	"review_on" date NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"staff_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "session_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"value" jsonb NOT NULL,
	"set_by" uuid,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "setting_key_version_pk" PRIMARY KEY("key","version")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"team_id" uuid,
	"name" text NOT NULL,
	"job_title" text NOT NULL,
	"email" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"purpose" "team_purpose" NOT NULL,
	"duty_email" text,
	"from_age" smallint DEFAULT -1 NOT NULL,
	"to_age" smallint DEFAULT 17 NOT NULL,
	"areas" text[] DEFAULT '{}' NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid,
	"draft_id" uuid,
	"particulars" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"scanned_at" timestamp with time zone,
	"quarantined_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attachment_size" CHECK ("attachment"."size" between 0 and 26214400)
);
--> statement-breakpoint
CREATE TABLE "attachment_chunk" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attachment_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "attachment_chunk_ordinal" UNIQUE("attachment_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"channel" "channel" NOT NULL,
	"audience" "audience" NOT NULL,
	"language" "language" NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"danger" "danger" NOT NULL,
	"partial" boolean DEFAULT false NOT NULL,
	"source_code" text NOT NULL,
	"next_event_at" timestamp with time zone,
	"facts" "bytea" NOT NULL,
	"rating" "rating_code",
	"rated_at" timestamp with time zone,
	"adds_to_id" uuid,
	"bundle_id" uuid,
	"cleared_only_since" timestamp with time zone,
	"idempotency_key" uuid NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"audit_gap" boolean DEFAULT false NOT NULL,
	"matched_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"retain_until" date,
	"legal_hold" boolean DEFAULT false NOT NULL,
	CONSTRAINT "contact_reference_unique" UNIQUE("reference"),
	CONSTRAINT "contact_idempotency_key_unique" UNIQUE("idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "contact_adult" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"name" text NOT NULL,
	"date_of_birth" date,
	"particulars" "bytea" NOT NULL,
	CONSTRAINT "contact_adult_ordinal" UNIQUE("contact_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "contact_child" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"standing" "standing" NOT NULL,
	"state" "child_state" DEFAULT 'waiting' NOT NULL,
	"first_name" text,
	"last_name" text,
	"also_known_as" text,
	"date_of_birth" date,
	"estimated_age" smallint,
	"due_date" date,
	"sex" "sex" NOT NULL,
	"postcode" text,
	"particulars" "bytea" NOT NULL,
	CONSTRAINT "contact_child_ordinal" UNIQUE("contact_id","ordinal"),
	CONSTRAINT "contact_child_one_birth_date" CHECK ("contact_child"."date_of_birth" is null or "contact_child"."due_date" is null)
);
--> statement-breakpoint
CREATE TABLE "contact_snapshot" (
	"contact_id" uuid PRIMARY KEY NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"audience" "audience" NOT NULL,
	"language" "language" NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"answers" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"submission_key" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referrer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"organisation_id" uuid,
	"particulars" "bytea" NOT NULL,
	"snapshot" "bytea" NOT NULL,
	"can_be_emailed" boolean NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "referrer_contact_id_unique" UNIQUE("contact_id")
);
--> statement-breakpoint
CREATE TABLE "advice_episode" (
	"pathway_id" uuid PRIMARY KEY NOT NULL,
	"call_attempts" integer DEFAULT 0 NOT NULL,
	"advice_given_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "caf_redirect" (
	"pathway_id" uuid PRIMARY KEY NOT NULL,
	"family_agreed_on" date,
	"family_contacted_at" timestamp with time zone,
	"lead_organisation_id" uuid
);
--> statement-breakpoint
CREATE TABLE "case_notice" (
	"pathway_id" uuid PRIMARY KEY NOT NULL,
	"open_case_id" uuid,
	"acknowledged_by" uuid,
	"acknowledged_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "challenge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"stage" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"id" uuid PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	"available_at" timestamp with time zone NOT NULL,
	"dropped_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	CONSTRAINT "feedback_decision_id_unique" UNIQUE("decision_id")
);
--> statement-breakpoint
CREATE TABLE "lado_record" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"employer_organisation_id" uuid,
	"content" "bytea" NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "pathway" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "pathway_kind" NOT NULL,
	"state" "pathway_state" DEFAULT 'waiting' NOT NULL,
	"decision_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"contact_child_id" uuid NOT NULL,
	"team_id" uuid,
	"owner_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"first_record_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "pathway_decision_id_unique" UNIQUE("decision_id")
);
--> statement-breakpoint
CREATE TABLE "pathway_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pathway_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"content" "bytea" NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "section47" (
	"pathway_id" uuid PRIMARY KEY NOT NULL,
	"discussion_id" uuid NOT NULL,
	"finding" text NOT NULL,
	"content" "bytea" NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "social_work_referral" (
	"pathway_id" uuid PRIMARY KEY NOT NULL,
	"referred_on" date NOT NULL,
	"source_code" text NOT NULL,
	"need_code" text,
	"child_seen_at" timestamp with time zone,
	"ended_without_assessment_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "strategy_action" (
	"id" uuid PRIMARY KEY NOT NULL,
	"discussion_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "strategy_attendance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"discussion_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"staff_id" uuid,
	"invited_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"present" boolean,
	CONSTRAINT "strategy_attendance_once" UNIQUE("discussion_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "strategy_child" (
	"pathway_id" uuid PRIMARY KEY NOT NULL,
	"discussion_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "strategy_discussion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"hold_by" timestamp with time zone NOT NULL,
	"meeting_at" timestamp with time zone,
	"chair_id" uuid,
	"held_at" timestamp with time zone,
	"locked_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "strategy_one_open" UNIQUE NULLS NOT DISTINCT("contact_id","locked_at")
);
--> statement-breakpoint
CREATE TABLE "strategy_information" (
	"id" uuid PRIMARY KEY NOT NULL,
	"discussion_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transfer" (
	"pathway_id" uuid PRIMARY KEY NOT NULL,
	"receiving_authority" text NOT NULL,
	"receipt_confirmed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "match_candidate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"contact_child_id" uuid NOT NULL,
	"earlier_child_id" uuid NOT NULL,
	"band" "match_band" NOT NULL,
	"facts" text[] NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "match_candidate_pair" UNIQUE("contact_child_id","earlier_child_id")
);
--> statement-breakpoint
CREATE TABLE "match_key" (
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"contact_child_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	CONSTRAINT "match_key_kind_value_contact_child_id_pk" PRIMARY KEY("kind","value","contact_child_id")
);
--> statement-breakpoint
CREATE TABLE "name" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "name_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token" text NOT NULL,
	CONSTRAINT "name_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "open_case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_number" text NOT NULL,
	"person_id" uuid,
	"status" text NOT NULL,
	"particulars" "bytea" NOT NULL,
	"worker_id" uuid,
	"as_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "open_case_case_number_unique" UNIQUE("case_number")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"safe_contact" "bytea",
	"retain_until" date,
	"legal_hold" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"contact_child_id" uuid,
	"contact_adult_id" uuid,
	"answer" "link_answer" NOT NULL,
	"reason" "bytea" NOT NULL,
	"said_by" uuid NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "person_link_one_subject" CHECK (num_nonnulls("person_link"."contact_child_id", "person_link"."contact_adult_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "relationship" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_person_id" uuid NOT NULL,
	"to_person_id" uuid NOT NULL,
	"particulars" "bytea" NOT NULL,
	"said_by" uuid NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "residence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"postcode" text,
	"address_key" "bytea",
	"address" "bytea" NOT NULL,
	"from_date" date,
	"to_date" date
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"session_id" uuid,
	"process" text,
	"contact_id" uuid,
	"subject_id" uuid,
	"facts" jsonb NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_link" (
	"position" bigint PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"mac" "bytea" NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_link_event_id_unique" UNIQUE("event_id")
);
--> statement-breakpoint
CREATE TABLE "audit_seal" (
	"position" bigint PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_key" (
	"subject" "data_key_subject" NOT NULL,
	"subject_id" uuid NOT NULL,
	"wrap_version" smallint NOT NULL,
	"wrapped" "bytea",
	"destroyed_at" timestamp with time zone,
	CONSTRAINT "data_key_subject_subject_id_pk" PRIMARY KEY("subject","subject_id")
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"outbox_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"message" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	"permanent" text,
	"server_reply" text,
	CONSTRAINT "delivery_attempt" UNIQUE("outbox_id","attempt")
);
--> statement-breakpoint
CREATE TABLE "heartbeat" (
	"process" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"beat_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"outbox_id" uuid NOT NULL,
	"effect" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "inbox_outbox_id_effect_pk" PRIMARY KEY("outbox_id","effect")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "job_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"recipient_id" uuid,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"available_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"last_problem" text,
	"done_at" timestamp with time zone,
	CONSTRAINT "outbox_once" UNIQUE NULLS NOT DISTINCT("kind","subject_id","recipient_id")
);
--> statement-breakpoint
CREATE TABLE "agency_reply" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	"complete" boolean NOT NULL,
	"replied_by" uuid NOT NULL,
	"replied_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agency_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	"basis" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "bundle" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reason" "bytea" NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "child_standing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_child_id" uuid NOT NULL,
	"standing" "standing" NOT NULL,
	"reason" "bytea" NOT NULL,
	"ruled_by" uuid NOT NULL,
	"ruled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enquiry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"content" "bytea" NOT NULL,
	"review_at" timestamp with time zone NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "enquiry_at_most_two" CHECK ("enquiry"."ordinal" between 1 and 2)
);
--> statement-breakpoint
CREATE TABLE "hold" (
	"contact_id" uuid PRIMARY KEY NOT NULL,
	"holder_id" uuid,
	"taken_at" timestamp with time zone,
	"lease_until" timestamp with time zone,
	"lapsed_with_notes" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "hold_whole" CHECK (("hold"."holder_id" is null) = ("hold"."lease_until" is null))
);
--> statement-breakpoint
CREATE TABLE "note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"kind" "note_kind" NOT NULL,
	"body" "bytea" NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rating" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"code" "rating_code" NOT NULL,
	"reason" "bytea" NOT NULL,
	"rated_by" uuid NOT NULL,
	"rated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recommendation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"contact_child_id" uuid NOT NULL,
	"outcome" "outcome" NOT NULL,
	"level" smallint NOT NULL,
	"content" "bytea" NOT NULL,
	"recommended_by" uuid NOT NULL,
	"recommended_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recommendation_level" CHECK ("recommendation"."level" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "recommendation_return" (
	"recommendation_id" uuid PRIMARY KEY NOT NULL,
	"question" "bytea" NOT NULL,
	"returned_by" uuid NOT NULL,
	"returned_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "clock" ADD CONSTRAINT "clock_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock" ADD CONSTRAINT "clock_contact_child_id_contact_child_id_fk" FOREIGN KEY ("contact_child_id") REFERENCES "public"."contact_child"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "countersignature" ADD CONSTRAINT "countersignature_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_contact_child_id_contact_child_id_fk" FOREIGN KEY ("contact_child_id") REFERENCES "public"."contact_child"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_supersedes_id_decision_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_recommendation_id_recommendation_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "public"."recommendation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_listing" ADD CONSTRAINT "service_listing_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment_chunk" ADD CONSTRAINT "attachment_chunk_attachment_id_attachment_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_adult" ADD CONSTRAINT "contact_adult_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_child" ADD CONSTRAINT "contact_child_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_snapshot" ADD CONSTRAINT "contact_snapshot_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrer" ADD CONSTRAINT "referrer_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_episode" ADD CONSTRAINT "advice_episode_pathway_id_pathway_id_fk" FOREIGN KEY ("pathway_id") REFERENCES "public"."pathway"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caf_redirect" ADD CONSTRAINT "caf_redirect_pathway_id_pathway_id_fk" FOREIGN KEY ("pathway_id") REFERENCES "public"."pathway"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caf_redirect" ADD CONSTRAINT "caf_redirect_lead_organisation_id_organisation_id_fk" FOREIGN KEY ("lead_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notice" ADD CONSTRAINT "case_notice_pathway_id_pathway_id_fk" FOREIGN KEY ("pathway_id") REFERENCES "public"."pathway"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lado_record" ADD CONSTRAINT "lado_record_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway" ADD CONSTRAINT "pathway_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway" ADD CONSTRAINT "pathway_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway" ADD CONSTRAINT "pathway_contact_child_id_contact_child_id_fk" FOREIGN KEY ("contact_child_id") REFERENCES "public"."contact_child"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway" ADD CONSTRAINT "pathway_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway" ADD CONSTRAINT "pathway_owner_id_staff_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pathway_entry" ADD CONSTRAINT "pathway_entry_pathway_id_pathway_id_fk" FOREIGN KEY ("pathway_id") REFERENCES "public"."pathway"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section47" ADD CONSTRAINT "section47_pathway_id_pathway_id_fk" FOREIGN KEY ("pathway_id") REFERENCES "public"."pathway"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section47" ADD CONSTRAINT "section47_discussion_id_strategy_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."strategy_discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "social_work_referral" ADD CONSTRAINT "social_work_referral_pathway_id_pathway_id_fk" FOREIGN KEY ("pathway_id") REFERENCES "public"."pathway"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_action" ADD CONSTRAINT "strategy_action_discussion_id_strategy_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."strategy_discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_action" ADD CONSTRAINT "strategy_action_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD CONSTRAINT "strategy_attendance_discussion_id_strategy_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."strategy_discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD CONSTRAINT "strategy_attendance_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD CONSTRAINT "strategy_attendance_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_child" ADD CONSTRAINT "strategy_child_pathway_id_pathway_id_fk" FOREIGN KEY ("pathway_id") REFERENCES "public"."pathway"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_child" ADD CONSTRAINT "strategy_child_discussion_id_strategy_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."strategy_discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD CONSTRAINT "strategy_discussion_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD CONSTRAINT "strategy_discussion_chair_id_staff_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_information" ADD CONSTRAINT "strategy_information_discussion_id_strategy_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."strategy_discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_information" ADD CONSTRAINT "strategy_information_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_pathway_id_pathway_id_fk" FOREIGN KEY ("pathway_id") REFERENCES "public"."pathway"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_candidate" ADD CONSTRAINT "match_candidate_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_candidate" ADD CONSTRAINT "match_candidate_contact_child_id_contact_child_id_fk" FOREIGN KEY ("contact_child_id") REFERENCES "public"."contact_child"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_candidate" ADD CONSTRAINT "match_candidate_earlier_child_id_contact_child_id_fk" FOREIGN KEY ("earlier_child_id") REFERENCES "public"."contact_child"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_case" ADD CONSTRAINT "open_case_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_link" ADD CONSTRAINT "person_link_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_link" ADD CONSTRAINT "person_link_contact_child_id_contact_child_id_fk" FOREIGN KEY ("contact_child_id") REFERENCES "public"."contact_child"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_link" ADD CONSTRAINT "person_link_contact_adult_id_contact_adult_id_fk" FOREIGN KEY ("contact_adult_id") REFERENCES "public"."contact_adult"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relationship" ADD CONSTRAINT "relationship_from_person_id_person_id_fk" FOREIGN KEY ("from_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relationship" ADD CONSTRAINT "relationship_to_person_id_person_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residence" ADD CONSTRAINT "residence_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_link" ADD CONSTRAINT "audit_link_event_id_audit_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."audit_event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_reply" ADD CONSTRAINT "agency_reply_request_id_agency_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."agency_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_request" ADD CONSTRAINT "agency_request_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_standing" ADD CONSTRAINT "child_standing_contact_child_id_contact_child_id_fk" FOREIGN KEY ("contact_child_id") REFERENCES "public"."contact_child"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold" ADD CONSTRAINT "hold_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating" ADD CONSTRAINT "rating_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_contact_child_id_contact_child_id_fk" FOREIGN KEY ("contact_child_id") REFERENCES "public"."contact_child"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation_return" ADD CONSTRAINT "recommendation_return_recommendation_id_recommendation_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "public"."recommendation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clock_running" ON "clock" USING btree ("kind","due_at") WHERE "clock"."stopped_at" is null;--> statement-breakpoint
CREATE INDEX "clock_contact" ON "clock" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "clock_pathway" ON "clock" USING btree ("pathway_id");--> statement-breakpoint
CREATE UNIQUE INDEX "decision_one_root" ON "decision" USING btree ("contact_child_id") WHERE "decision"."supersedes_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "decision_one_successor" ON "decision" USING btree ("supersedes_id");--> statement-breakpoint
CREATE INDEX "decision_contact" ON "decision" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "decision_decided" ON "decision" USING btree ("decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "role_grant_once" ON "role_grant" USING btree ("staff_id","role") WHERE "role_grant"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "session_staff" ON "session" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email" ON "staff" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "staff_team" ON "staff" USING btree ("team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_name" ON "team" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE INDEX "team_purpose_active" ON "team" USING btree ("purpose","active");--> statement-breakpoint
CREATE INDEX "attachment_contact" ON "attachment" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "attachment_draft" ON "attachment" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "contact_received" ON "contact" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "contact_bundle" ON "contact" USING btree ("bundle_id") WHERE "contact"."bundle_id" is not null;--> statement-breakpoint
CREATE INDEX "contact_adds_to" ON "contact" USING btree ("adds_to_id") WHERE "contact"."adds_to_id" is not null;--> statement-breakpoint
CREATE INDEX "contact_child_open" ON "contact_child" USING btree ("contact_id") WHERE "contact_child"."state" <> 'decided';--> statement-breakpoint
CREATE INDEX "draft_expires" ON "draft" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "challenge_contact" ON "challenge" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "feedback_contact" ON "feedback" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "lado_record_contact" ON "lado_record" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "pathway_board" ON "pathway" USING btree ("kind","created_at") WHERE "pathway"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "pathway_team" ON "pathway" USING btree ("team_id") WHERE "pathway"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "pathway_contact" ON "pathway" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "pathway_child" ON "pathway" USING btree ("contact_child_id");--> statement-breakpoint
CREATE INDEX "pathway_entry_pathway" ON "pathway_entry" USING btree ("pathway_id","at");--> statement-breakpoint
CREATE INDEX "strategy_action_discussion" ON "strategy_action" USING btree ("discussion_id");--> statement-breakpoint
CREATE INDEX "strategy_action_tray" ON "strategy_action" USING btree ("organisation_id","due_at") WHERE "strategy_action"."done_at" is null;--> statement-breakpoint
CREATE INDEX "strategy_attendance_tray" ON "strategy_attendance" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "strategy_child_discussion" ON "strategy_child" USING btree ("discussion_id");--> statement-breakpoint
CREATE INDEX "strategy_information_discussion" ON "strategy_information" USING btree ("discussion_id","at");--> statement-breakpoint
CREATE INDEX "match_candidate_contact" ON "match_candidate" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "match_candidate_earlier" ON "match_candidate" USING btree ("earlier_child_id");--> statement-breakpoint
CREATE INDEX "match_key_child" ON "match_key" USING btree ("contact_child_id");--> statement-breakpoint
CREATE INDEX "open_case_person" ON "open_case" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_link_child_once" ON "person_link" USING btree ("contact_child_id") WHERE "person_link"."answer" = 'same' and "person_link"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "person_link_adult_once" ON "person_link" USING btree ("contact_adult_id") WHERE "person_link"."answer" = 'same' and "person_link"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "person_link_person" ON "person_link" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "relationship_from" ON "relationship" USING btree ("from_person_id");--> statement-breakpoint
CREATE INDEX "relationship_to" ON "relationship" USING btree ("to_person_id");--> statement-breakpoint
CREATE INDEX "residence_person" ON "residence" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "residence_address" ON "residence" USING btree ("address_key");--> statement-breakpoint
CREATE INDEX "audit_event_contact" ON "audit_event" USING btree ("contact_id","at");--> statement-breakpoint
CREATE INDEX "audit_event_actor" ON "audit_event" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "audit_event_at" ON "audit_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "delivery_started" ON "delivery" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "outbox_owed" ON "outbox" USING btree ("available_at") WHERE "outbox"."done_at" is null;--> statement-breakpoint
CREATE INDEX "agency_reply_request" ON "agency_reply" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "agency_request_contact" ON "agency_request" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "agency_request_tray" ON "agency_request" USING btree ("organisation_id","due_at") WHERE "agency_request"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "child_standing_child" ON "child_standing" USING btree ("contact_child_id","ruled_at");--> statement-breakpoint
CREATE INDEX "enquiry_contact" ON "enquiry" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "hold_holder" ON "hold" USING btree ("holder_id") WHERE "hold"."holder_id" is not null;--> statement-breakpoint
CREATE INDEX "note_contact" ON "note" USING btree ("contact_id","at");--> statement-breakpoint
CREATE INDEX "rating_contact" ON "rating" USING btree ("contact_id","rated_at");--> statement-breakpoint
CREATE INDEX "recommendation_child" ON "recommendation" USING btree ("contact_child_id","recommended_at");--> statement-breakpoint
CREATE INDEX "recommendation_contact" ON "recommendation" USING btree ("contact_id");