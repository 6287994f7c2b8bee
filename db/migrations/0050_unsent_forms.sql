CREATE TABLE "unsent_form" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"contact_id" uuid,
	"call_id" uuid,
	"form" text NOT NULL,
	"body" "bytea",
	"saves" bigint NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unsent_form_of_one" CHECK (num_nonnulls("unsent_form"."contact_id", "unsent_form"."call_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "unsent_form" ADD CONSTRAINT "unsent_form_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsent_form" ADD CONSTRAINT "unsent_form_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsent_form" ADD CONSTRAINT "unsent_form_call_id_phone_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."phone_call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unsent_form_contact" ON "unsent_form" USING btree ("contact_id","staff_id");--> statement-breakpoint
CREATE INDEX "unsent_form_call" ON "unsent_form" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "unsent_form_saved" ON "unsent_form" USING btree ("saved_at");
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "unsent_form" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (body, saves, saved_at) ON "unsent_form" TO frontdoor_app;
--> statement-breakpoint
-- What somebody is typing is theirs alone; the process deletes it when its time is over.
CREATE POLICY own ON unsent_form USING (current_setting('frontdoor.sees', true) = 'all'
  OR staff_id::text = current_setting('frontdoor.actor_id', true));
--> statement-breakpoint
ALTER TABLE "unsent_form" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "unsent_form" FORCE ROW LEVEL SECURITY;
