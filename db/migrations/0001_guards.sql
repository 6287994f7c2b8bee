-- What the schema itself cannot say: who may do what, what can never change, and fuzzy search over names.
-- The four logins exist before any migration runs (db/roles.ts).

CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE INDEX "name_token_trigrams" ON "name" USING gin ("token" gin_trgm_ops);
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO frontdoor_app, frontdoor_sequencer, frontdoor_verify;
--> statement-breakpoint
-- The application reads and adds everywhere, but for the chain.
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO frontdoor_app;
--> statement-breakpoint
REVOKE INSERT ON "audit_link", "audit_seal" FROM frontdoor_app;
--> statement-breakpoint
-- Changes are granted column by column. What is missing here cannot be changed by any fault of the application:
-- a deadline, what a contact or a decision says, who owed what.
GRANT UPDATE ON "draft", "hold", "heartbeat", "open_case", "organisation", "team", "staff", "service_listing" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (rating, rated_at, bundle_id, cleared_only_since, audit_gap, matched_at, version) ON "contact" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (state) ON "contact_child" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (organisation_id, verified_at) ON "referrer" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (contact_id, scanned_at, quarantined_at) ON "attachment" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (restricted, safe_contact) ON "person" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (ended_by, ended_at) ON "person_link" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (ended_at) ON "relationship" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (to_date) ON "residence" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (band, facts, found_at) ON "match_candidate" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (closed_at) ON "enquiry", "agency_request", "lado_record" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (stopped_at, stopped_by_id, alarmed_at) ON "clock" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (state, team_id, owner_id, accepted_at, first_record_at, closed_at, version) ON "pathway" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (call_attempts, advice_given_at) ON "advice_episode" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (family_agreed_on, family_contacted_at, lead_organisation_id) ON "caf_redirect" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (need_code, child_seen_at, ended_without_assessment_at) ON "social_work_referral" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (meeting_at, chair_id, held_at, locked_at, version) ON "strategy_discussion" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (staff_id, answer, answered_at, present) ON "strategy_attendance" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (done_at) ON "strategy_action" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (receipt_confirmed_at) ON "transfer" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (acknowledged_by, acknowledged_at) ON "case_notice" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (dropped_at, read_at) ON "feedback" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (answered_by, answered_at) ON "challenge" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (revoked_by, revoked_at) ON "role_grant" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (seen_at, expires_at, ended_at) ON "session" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (attempts, lease_until, last_problem, done_at) ON "outbox" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (accepted_at, refused_at, permanent, server_reply) ON "delivery" TO frontdoor_app;
--> statement-breakpoint
GRANT SELECT ON "audit_event", "audit_link", "audit_seal" TO frontdoor_sequencer, frontdoor_verify;
--> statement-breakpoint
GRANT INSERT ON "audit_link", "audit_seal" TO frontdoor_sequencer;
--> statement-breakpoint
-- Grants stop the application; this stops the owner by mistake. TRUNCATE needs its own trigger: row triggers miss it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['audit_event', 'audit_link', 'audit_seal', 'decision', 'contact_snapshot', 'rating',
    'note', 'child_standing', 'recommendation', 'recommendation_return', 'countersignature', 'pathway_entry',
    'strategy_information', 'section47', 'inbox', 'setting']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept || '_append_only', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_no_truncate', kept);
  END LOOP;
END $$;
--> statement-breakpoint
-- A child's state moves only as domain/contact.ts allows: a decided child stays decided.
CREATE FUNCTION keep_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a decided child stays decided' USING ERRCODE = 'check_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER contact_child_stays_decided BEFORE UPDATE OF state ON "contact_child"
  FOR EACH ROW WHEN (OLD.state = 'decided' AND NEW.state <> 'decided') EXECUTE FUNCTION keep_decided();
--> statement-breakpoint
-- Drafts and their keys go together; the application may not delete a key by itself.
CREATE FUNCTION delete_expired_drafts(at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE gone integer;
BEGIN
  WITH expired AS (DELETE FROM draft WHERE expires_at < at RETURNING id)
  DELETE FROM data_key USING expired WHERE data_key.subject = 'draft' AND data_key.subject_id = expired.id;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION delete_expired_drafts(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION delete_expired_drafts(timestamptz) TO frontdoor_app;
