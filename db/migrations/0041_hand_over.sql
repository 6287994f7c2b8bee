CREATE TABLE "hand_over" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"from_id" uuid,
	"target" text NOT NULL,
	"to_id" uuid,
	"note_id" uuid,
	"offered_at" timestamp with time zone NOT NULL,
	"accept_by" timestamp with time zone NOT NULL,
	"alarmed_at" timestamp with time zone,
	"ending" text,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	"answer_id" uuid,
	"seen_at" timestamp with time zone,
	CONSTRAINT "hand_over_ended_whole" CHECK (("hand_over"."ending" is null) = ("hand_over"."ended_at" is null)),
	CONSTRAINT "hand_over_named" CHECK (("hand_over"."target" = 'person') = ("hand_over"."to_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_answer_id_note_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."note"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "hand_over_open" ON "hand_over" USING btree ("contact_id") WHERE "hand_over"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "hand_over_contact" ON "hand_over" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "hand_over_unaccepted" ON "hand_over" USING btree ("accept_by") WHERE "hand_over"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "hand_over_unseen" ON "hand_over" USING btree ("from_id") WHERE "hand_over"."ended_at" is not null and "hand_over"."seen_at" is null;
--> statement-breakpoint
GRANT SELECT, INSERT ON "hand_over" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (alarmed_at, ending, ended_by, ended_at, answer_id, seen_at) ON "hand_over" TO frontdoor_app;
--> statement-breakpoint
-- As far as the contact that it is about is there for the council. Whoever sends a form at night offers it to whoever works
-- then, and reads none.
CREATE POLICY read ON hand_over FOR SELECT USING (current_setting('frontdoor.sees', true) = 'all'
  OR (current_setting('frontdoor.sees', true) IN ('cleared', 'open') AND EXISTS (SELECT FROM contact c WHERE c.id = contact_id)));
--> statement-breakpoint
CREATE POLICY change ON hand_over FOR UPDATE USING (current_setting('frontdoor.sees', true) = 'all'
  OR (current_setting('frontdoor.sees', true) IN ('cleared', 'open') AND EXISTS (SELECT FROM contact c WHERE c.id = contact_id)));
--> statement-breakpoint
CREATE POLICY add ON hand_over FOR INSERT WITH CHECK (current_setting('frontdoor.sees', true) = 'all'
  OR (current_setting('frontdoor.sees', true) IN ('cleared', 'open') AND EXISTS (SELECT FROM contact c WHERE c.id = contact_id))
  OR (current_setting('frontdoor.sees', true) = 'own' AND frontdoor_sent(contact_id)));
--> statement-breakpoint
ALTER TABLE hand_over ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE hand_over FORCE ROW LEVEL SECURITY;
