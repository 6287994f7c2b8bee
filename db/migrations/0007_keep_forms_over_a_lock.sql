ALTER TYPE "public"."data_key_subject" ADD VALUE 'kept_form';--> statement-breakpoint
CREATE TABLE "kept_form" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"path" text NOT NULL,
	"body" "bytea" NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pace" (
	"key_hash" "bytea" PRIMARY KEY NOT NULL,
	"clear_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "proved_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "locked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "kept_form" ADD CONSTRAINT "kept_form_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_form_staff" ON "kept_form" USING btree ("staff_id","kept_at");--> statement-breakpoint
CREATE INDEX "pace_clear" ON "pace" USING btree ("clear_at");--> statement-breakpoint
CREATE INDEX "role_grant_staff" ON "role_grant" USING btree ("staff_id");
--> statement-breakpoint
GRANT SELECT, INSERT ON "kept_form" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (expires_at) ON "kept_form" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (secret_hash, proved_at, locked_at) ON "session" TO frontdoor_app;
--> statement-breakpoint
-- Nothing in it tells anything about anybody, and nothing is proved by it.
GRANT SELECT, INSERT, UPDATE, DELETE ON "pace" TO frontdoor_app;
--> statement-breakpoint
-- As with drafts: a kept form and its key go together, and the application may not delete a key by itself.
CREATE FUNCTION delete_expired_kept_forms(at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  gone integer;
BEGIN
  PERFORM set_config('frontdoor.sees', 'all', true);
  WITH expired AS (DELETE FROM kept_form WHERE expires_at <= at RETURNING id)
  DELETE FROM data_key USING expired WHERE data_key.subject = 'kept_form' AND data_key.subject_id = expired.id;
  GET DIAGNOSTICS gone = ROW_COUNT;
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN gone;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION delete_expired_kept_forms(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION delete_expired_kept_forms(timestamptz) TO frontdoor_app;
--> statement-breakpoint
-- What somebody had typed is theirs alone; only the process keeps and deletes it.
CREATE POLICY read ON "kept_form" FOR SELECT USING (current_setting('frontdoor.sees', true) = 'all'
  OR staff_id::text = current_setting('frontdoor.actor_id', true));
--> statement-breakpoint
CREATE POLICY change ON "kept_form" FOR UPDATE USING (current_setting('frontdoor.sees', true) = 'all');
--> statement-breakpoint
CREATE POLICY add ON "kept_form" FOR INSERT WITH CHECK (current_setting('frontdoor.sees', true) = 'all');
--> statement-breakpoint
CREATE POLICY remove ON "kept_form" FOR DELETE USING (current_setting('frontdoor.sees', true) = 'all');
--> statement-breakpoint
ALTER TABLE "kept_form" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "kept_form" FORCE ROW LEVEL SECURITY;
