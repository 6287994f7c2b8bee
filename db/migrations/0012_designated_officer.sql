CREATE TABLE "lado_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"record_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lado_record" ADD COLUMN "due_at" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "lado_record" ADD COLUMN "acknowledged_by" uuid;--> statement-breakpoint
ALTER TABLE "lado_record" ADD COLUMN "acknowledged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "lado_record" ADD COLUMN "reminder_id" uuid;--> statement-breakpoint
ALTER TABLE "lado_record" ADD COLUMN "finding" text;--> statement-breakpoint
ALTER TABLE "lado_record" ADD COLUMN "closed_by" uuid;--> statement-breakpoint
ALTER TABLE "lado_note" ADD CONSTRAINT "lado_note_record_id_lado_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."lado_record"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lado_note_record" ON "lado_note" USING btree ("record_id","written_at");--> statement-breakpoint
CREATE INDEX "lado_record_untaken" ON "lado_record" USING btree ("due_at") WHERE "lado_record"."acknowledged_at" is null and "lado_record"."closed_at" is null and "lado_record"."reminder_id" is null;--> statement-breakpoint
ALTER TABLE "lado_record" ADD CONSTRAINT "lado_record_reminder_id_unique" UNIQUE("reminder_id");--> statement-breakpoint
GRANT SELECT, INSERT ON "lado_note" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (acknowledged_by, acknowledged_at, reminder_id, finding, closed_by) ON "lado_record" TO frontdoor_app;
--> statement-breakpoint
-- As far as the record that it belongs to is there: its policy is asked for each, and there are few.
CREATE POLICY anything ON lado_note USING (EXISTS (SELECT FROM lado_record r WHERE r.id = record_id));
--> statement-breakpoint
ALTER TABLE lado_note ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE lado_note FORCE ROW LEVEL SECURITY;
