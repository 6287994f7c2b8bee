CREATE TABLE "ownership_check" (
	"id" uuid PRIMARY KEY NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"children" integer NOT NULL,
	"works" integer NOT NULL,
	"found" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unowned" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"contact_id" uuid NOT NULL,
	"contact_child_id" uuid NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"mended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "unowned" ADD CONSTRAINT "unowned_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unowned" ADD CONSTRAINT "unowned_contact_child_id_contact_child_id_fk" FOREIGN KEY ("contact_child_id") REFERENCES "public"."contact_child"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ownership_check_at" ON "ownership_check" USING btree ("checked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "unowned_open" ON "unowned" USING btree ("contact_child_id","kind") WHERE "unowned"."mended_at" is null;--> statement-breakpoint
CREATE INDEX "unowned_contact" ON "unowned" USING btree ("contact_id");
--> statement-breakpoint
GRANT SELECT, INSERT ON "unowned", "ownership_check" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (mended_at) ON "unowned" TO frontdoor_app;
--> statement-breakpoint
-- The council's, where the contact is not hidden from whoever asks.
DO $$
DECLARE
  seen constant text := '(CASE current_setting(''frontdoor.sees'', true) WHEN ''all'' THEN ''yes''
    WHEN ''cleared'' THEN CASE WHEN contact_id <> ALL (%1$s) THEN ''yes'' ELSE ''no'' END
    WHEN ''open'' THEN CASE WHEN contact_id <> ALL (%1$s) THEN ''yes'' ELSE ''no'' END ELSE ''no'' END) <> ''no''';
  hidden constant text := '((SELECT nullif(current_setting(''frontdoor.hidden'', true), '''')::uuid[])::uuid[])';
BEGIN
  EXECUTE format('CREATE POLICY read ON unowned FOR SELECT USING (' || seen || ')', hidden);
  EXECUTE format('CREATE POLICY change ON unowned FOR UPDATE USING (' || seen || ')', hidden);
  EXECUTE format('CREATE POLICY add ON unowned FOR INSERT WITH CHECK (' || seen || ')', hidden);
END $$;
--> statement-breakpoint
ALTER TABLE "unowned" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "unowned" FORCE ROW LEVEL SECURITY;
