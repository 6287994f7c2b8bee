ALTER TYPE "public"."data_key_subject" ADD VALUE 'lado';--> statement-breakpoint
CREATE TABLE "broken_glass" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"reason" "bytea" NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"review_by" timestamp with time zone NOT NULL,
	"review_note" "bytea",
	"finding" text,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "contact_bar" (
	"contact_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"because" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "contact_bar_contact_id_staff_id_because_pk" PRIMARY KEY("contact_id","staff_id","because")
);
--> statement-breakpoint
CREATE TABLE "organisation_bypass" (
	"contact_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"decided_by" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "organisation_bypass_contact_id_organisation_id_pk" PRIMARY KEY("contact_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "restricted_contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"restriction_id" uuid,
	"since" timestamp with time zone NOT NULL,
	"end_reason" "bytea",
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "restricted_contact_once" UNIQUE NULLS NOT DISTINCT("contact_id","restriction_id")
);
--> statement-breakpoint
CREATE TABLE "restricted_key" (
	"restriction_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"contact_child_id" uuid,
	CONSTRAINT "restricted_key_once" UNIQUE NULLS NOT DISTINCT("kind","value","restriction_id","contact_child_id")
);
--> statement-breakpoint
CREATE TABLE "restriction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"staff_id" uuid,
	"reason" "bytea" NOT NULL,
	"restricted_by" uuid NOT NULL,
	"restricted_at" timestamp with time zone NOT NULL,
	"lift_reason" "bytea",
	"lift_asked_by" uuid,
	"lift_asked_at" timestamp with time zone,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "lado_record" ADD COLUMN "accused_staff_id" uuid;--> statement-breakpoint
ALTER TABLE "broken_glass" ADD CONSTRAINT "broken_glass_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broken_glass" ADD CONSTRAINT "broken_glass_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_bar" ADD CONSTRAINT "contact_bar_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_bar" ADD CONSTRAINT "contact_bar_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_bypass" ADD CONSTRAINT "organisation_bypass_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_bypass" ADD CONSTRAINT "organisation_bypass_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restricted_contact" ADD CONSTRAINT "restricted_contact_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restricted_contact" ADD CONSTRAINT "restricted_contact_restriction_id_restriction_id_fk" FOREIGN KEY ("restriction_id") REFERENCES "public"."restriction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restricted_key" ADD CONSTRAINT "restricted_key_restriction_id_restriction_id_fk" FOREIGN KEY ("restriction_id") REFERENCES "public"."restriction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restricted_key" ADD CONSTRAINT "restricted_key_contact_child_id_contact_child_id_fk" FOREIGN KEY ("contact_child_id") REFERENCES "public"."contact_child"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restriction" ADD CONSTRAINT "restriction_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restriction" ADD CONSTRAINT "restriction_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "broken_glass_live" ON "broken_glass" USING btree ("staff_id","expires_at") WHERE "broken_glass"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "broken_glass_to_review" ON "broken_glass" USING btree ("review_by") WHERE "broken_glass"."reviewed_at" is null;--> statement-breakpoint
CREATE INDEX "broken_glass_contact" ON "broken_glass" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "contact_bar_staff" ON "contact_bar" USING btree ("staff_id") WHERE "contact_bar"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "organisation_bypass_organisation" ON "organisation_bypass" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "restricted_contact_restriction" ON "restricted_contact" USING btree ("restriction_id");--> statement-breakpoint
CREATE UNIQUE INDEX "restriction_standing" ON "restriction" USING btree ("person_id") WHERE "restriction"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "contact_cleared_only" ON "contact" USING btree ("id") WHERE "contact"."cleared_only_since" is not null;--> statement-breakpoint
CREATE INDEX "lado_record_opened" ON "lado_record" USING btree ("opened_at");