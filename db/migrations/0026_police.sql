ALTER TYPE "public"."data_key_subject" ADD VALUE 'police_batch';--> statement-breakpoint
CREATE TABLE "police_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"headings" jsonb NOT NULL,
	"asking" "bytea" NOT NULL,
	"mapped_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	CONSTRAINT "police_batch_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "police_map" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"columns" jsonb NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "police_row" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"cells" "bytea" NOT NULL,
	"mended" "bytea",
	"contact_id" uuid,
	"contact_reference" text,
	"decide_by" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"repeated_at" timestamp with time zone,
	CONSTRAINT "police_row_number" UNIQUE("batch_id","number")
);
--> statement-breakpoint
ALTER TABLE "police_batch" ADD CONSTRAINT "police_batch_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_batch" ADD CONSTRAINT "police_batch_uploaded_by_staff_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_map" ADD CONSTRAINT "police_map_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_row" ADD CONSTRAINT "police_row_batch_id_police_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."police_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_row" ADD CONSTRAINT "police_row_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "police_batch_organisation" ON "police_batch" USING btree ("organisation_id","received_at");
--> statement-breakpoint
GRANT SELECT, INSERT ON "police_map", "police_batch", "police_row" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (columns, saved_by, saved_at) ON "police_map" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (mapped_at, sent_at) ON "police_batch" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (mended, contact_id, contact_reference, decide_by, sent_at, repeated_at) ON "police_row" TO frontdoor_app;
--> statement-breakpoint
-- A batch is its own force's and nobody else's: the hub reads the contacts that came of it.
CREATE POLICY own ON police_batch USING (current_setting('frontdoor.sees', true) = 'all'
  OR organisation_id::text = current_setting('frontdoor.organisation', true));
--> statement-breakpoint
CREATE POLICY own ON police_row USING (current_setting('frontdoor.sees', true) = 'all'
  OR EXISTS (SELECT FROM police_batch b WHERE b.id = batch_id));
--> statement-breakpoint
ALTER TABLE "police_batch" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "police_batch" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "police_row" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "police_row" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- What a batch said goes with its key after its time; the batch stays, with what became of each row.
CREATE FUNCTION delete_old_police_rows(at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  gone integer;
BEGIN
  PERFORM set_config('frontdoor.sees', 'all', true);
  DELETE FROM data_key USING police_batch b
    WHERE data_key.subject::text = 'police_batch' AND data_key.subject_id = b.id AND b.received_at < at;
  WITH old AS (DELETE FROM police_row USING police_batch b
    WHERE b.id = police_row.batch_id AND b.received_at < at RETURNING police_row.id)
    SELECT count(*) INTO gone FROM old;
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN gone;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION delete_old_police_rows(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION delete_old_police_rows(timestamptz) TO frontdoor_app;
