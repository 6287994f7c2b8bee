CREATE TABLE "clock_alarm" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"stage" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "clock_alarm_once" UNIQUE("contact_id","due_at","stage")
);
--> statement-breakpoint
ALTER TABLE "clock_alarm" ADD CONSTRAINT "clock_alarm_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
GRANT SELECT, INSERT ON "clock_alarm" TO frontdoor_app;
--> statement-breakpoint
-- Only the sweep and the mail process have to do with it.
CREATE POLICY process ON clock_alarm USING (current_setting('frontdoor.sees', true) = 'all');
--> statement-breakpoint
ALTER TABLE "clock_alarm" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "clock_alarm" FORCE ROW LEVEL SECURITY;
