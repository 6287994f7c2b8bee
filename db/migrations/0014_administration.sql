CREATE TYPE "public"."address_outcome" AS ENUM('confirmed', 'refused', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."directory_act" AS ENUM('added', 'changed', 'ended');--> statement-breakpoint
CREATE TYPE "public"."directory_kind" AS ENUM('organisation', 'team', 'person');--> statement-breakpoint
CREATE TABLE "address_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid,
	"team_id" uuid,
	"old_email" text,
	"new_email" text NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	"outcome" "address_outcome",
	CONSTRAINT "address_change_one_subject" CHECK (num_nonnulls("address_change"."organisation_id", "address_change"."team_id") = 1),
	CONSTRAINT "address_change_settled_whole" CHECK (num_nonnulls("address_change"."settled_by", "address_change"."settled_at", "address_change"."outcome") in (0, 3)),
	CONSTRAINT "address_change_two_people" CHECK ("address_change"."outcome" is distinct from 'confirmed' or "address_change"."settled_by" <> "address_change"."proposed_by")
);
--> statement-breakpoint
CREATE TABLE "directory_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "directory_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"act" "directory_act" NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"reason" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "cin_code" text;--> statement-breakpoint
ALTER TABLE "setting" ADD COLUMN "change_id" uuid;--> statement-breakpoint
ALTER TABLE "setting" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "address_change" ADD CONSTRAINT "address_change_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_change" ADD CONSTRAINT "address_change_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_change" ADD CONSTRAINT "address_change_proposed_by_staff_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_change" ADD CONSTRAINT "address_change_settled_by_staff_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_change" ADD CONSTRAINT "directory_change_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "address_change_open_organisation" ON "address_change" USING btree ("organisation_id") WHERE "address_change"."settled_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "address_change_open_team" ON "address_change" USING btree ("team_id") WHERE "address_change"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "directory_change_subject" ON "directory_change" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "setting_change" ON "setting" USING btree ("change_id");
--> statement-breakpoint
GRANT SELECT, INSERT ON "directory_change", "address_change" TO frontdoor_app;
--> statement-breakpoint
-- What was proposed never changes: it is settled, and another address is another proposal.
GRANT UPDATE (old_email, settled_by, settled_at, outcome) ON "address_change" TO frontdoor_app;
--> statement-breakpoint
CREATE TRIGGER directory_change_append_only BEFORE UPDATE OR DELETE ON "directory_change"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER directory_change_no_truncate BEFORE TRUNCATE ON "directory_change"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
