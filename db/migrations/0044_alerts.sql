CREATE TABLE "alert_shown" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"contact_id" uuid NOT NULL,
	"shown_to" uuid NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	"passed_at" timestamp with time zone,
	CONSTRAINT "alert_shown_once" UNIQUE("contact_id","kind","shown_to")
);
--> statement-breakpoint
ALTER TABLE "alert_shown" ADD CONSTRAINT "alert_shown_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_shown_at" ON "alert_shown" USING btree ("shown_at");
--> statement-breakpoint
GRANT SELECT, INSERT ON "alert_shown" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (passed_at) ON "alert_shown" TO frontdoor_app;
--> statement-breakpoint
-- The council's, where the contact is not hidden from whoever asks.
DO $$
DECLARE
  seen constant text := '(CASE current_setting(''frontdoor.sees'', true) WHEN ''all'' THEN ''yes''
    WHEN ''cleared'' THEN CASE WHEN contact_id <> ALL (%1$s) THEN ''yes'' ELSE ''no'' END
    WHEN ''open'' THEN CASE WHEN contact_id <> ALL (%1$s) THEN ''yes'' ELSE ''no'' END ELSE ''no'' END) <> ''no''';
  hidden constant text := '((SELECT nullif(current_setting(''frontdoor.hidden'', true), '''')::uuid[])::uuid[])';
BEGIN
  EXECUTE format('CREATE POLICY read ON alert_shown FOR SELECT USING (' || seen || ')', hidden);
  EXECUTE format('CREATE POLICY change ON alert_shown FOR UPDATE USING (' || seen || ')', hidden);
  EXECUTE format('CREATE POLICY add ON alert_shown FOR INSERT WITH CHECK (' || seen || ')', hidden);
END $$;
--> statement-breakpoint
ALTER TABLE "alert_shown" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "alert_shown" FORCE ROW LEVEL SECURITY;
